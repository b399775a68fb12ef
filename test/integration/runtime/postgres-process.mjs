// Stands in for Cloudfair: starts PostgreSQL in a data folder, says where it is, waits to be ended.
const project = process.argv[3];
const { startEmbeddedPostgres } = await import(`${project}/scripts/runtime/embedded-postgres.mjs`);

try {
  const dataFolder = process.argv[2];
  const postgres = await startEmbeddedPostgres({ dataFolder, durable: false, quiet: true });
  process.once('SIGTERM', () => {
    void postgres.stop().then(() => process.exit(0));
  });
  process.stdout.write(`${JSON.stringify({ url: postgres.url, pid: postgres.pid() })}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
