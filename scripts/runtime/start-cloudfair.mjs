import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.mjs';
import { createDemoOnce } from './demo-record.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { portProblem, requireFreePort } from './free-port.mjs';
import { prepareProject } from './prepare-project.mjs';
import { oneLine, Problem } from './problem.mjs';
import { complain, say } from './progress.mjs';
import { importBuilt } from './project.mjs';
import { readStartSettings } from './settings.mjs';
import { Shutdown } from './shutdown.mjs';
import { welcome } from './welcome.mjs';

const drainSeconds = 15;
const mostRestarts = 5;

/** `npm start`: from a bare checkout to an open fair; ends with the process. */
export async function startCloudfair(parameters, environment) {
  const shutdown = new Shutdown({ onBegin: () => say('\n  Stopping …') });
  try {
    const settings = readStartSettings(parameters, environment);
    await requireFreePort(settings.port, settings.host);
    openDataFolder(settings.dataFolder);
    reportCrashes(settings, shutdown);
    await prepareProject();
    await serve(settings, environment, shutdown);
  } catch (error) {
    if (shutdown.hasBegun) return;
    complain(`Cloudfair: ${oneLine(error)}`);
    await shutdown.exit(1);
  }
}

async function serve(settings, environment, shutdown) {
  const serverEnvironment = await checkEnvironment(settings, environment);
  const databaseUrl = settings.databaseUrl ?? (await startDatabase(settings, shutdown));
  await migrateDatabase(databaseUrl);
  const starting = startServer({ ...serverEnvironment, DATABASE_URL: databaseUrl }, settings);
  // Who stops it while it starts must not take the database from under it.
  shutdown.add(async () => (await starting.catch(() => null))?.close(), drainSeconds);
  const api = await starting;
  const address = environment.PUBLIC_URL || `http://localhost:${settings.port}`;
  const demo = settings.empty ? null : await createDemoOnce(api, settings, address);
  if (!shutdown.hasBegun) say(welcome(address, demo));
}

/** The server names a bad variable itself; asked early, nothing has been started yet. */
async function checkEnvironment(settings, environment) {
  const { loadConfig } = await importBuilt('src/platform/config/config.js');
  const serverEnvironment = {
    ...environment,
    PORT: String(settings.port),
    DATA_DIR: settings.dataFolder,
    LOG_LEVEL: environment.LOG_LEVEL || 'warn',
  };
  loadConfig({ DATABASE_URL: 'postgresql://not-yet', ...serverEnvironment });
  return serverEnvironment;
}

async function startDatabase({ dataFolder }, shutdown) {
  let restarts = 0;
  const postgres = await startEmbeddedPostgres({
    dataFolder,
    onUnexpectedEnd: () => void restart(),
  });
  const restart = async () => {
    restarts += 1;
    complain('Cloudfair: PostgreSQL ended unexpectedly; starting it again.');
    try {
      if (restarts > mostRestarts) throw new Problem('PostgreSQL ended too often.');
      await postgres.restart();
    } catch (error) {
      complain(`Cloudfair: ${oneLine(error)}`);
      await shutdown.exit(1);
    }
  };
  shutdown.add(() => postgres.stop());
  return postgres.url;
}

async function migrateDatabase(databaseUrl) {
  const { migrate } = await importBuilt('src/platform/database/migrate.js');
  try {
    await migrate(databaseUrl);
  } catch (error) {
    const { hostname, port } = new URL(databaseUrl);
    const place = `${hostname}${port && `:${port}`}`;
    throw new Problem(`The database at ${place} cannot be used: ${reasonOf(error)}`);
  }
}

async function startServer(serverEnvironment, { port }) {
  const { startApi } = await importBuilt('src/main.js');
  try {
    return await startApi(serverEnvironment);
  } catch (error) {
    throw portProblem(error, port);
  }
}

/** What nobody caught ends the process, but in order; the details go to a file. */
function reportCrashes({ dataFolder }, shutdown) {
  const report = (error) => {
    if (shutdown.hasBegun) return;
    const log = join(dataFolder, 'crash.log');
    appendFileSync(log, `${new Date().toISOString()} ${error?.stack ?? error}\n`, { mode: 0o600 });
    complain(`Cloudfair stops: ${oneLine(error)} (details: ${log})`);
    void shutdown.exit(1);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
  // Whoever reads along may leave; the fair goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** A refused connection hides its reason in a list of attempts. */
function reasonOf(error) {
  return error.message || error.errors?.[0]?.message || error.code || 'no reason given';
}
