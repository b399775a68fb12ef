import { migrate } from '../src/platform/database/migrate.js';

const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) {
  process.stderr.write('DATABASE_URL is missing.\n');
  process.exit(1);
}
try {
  const names = await migrate(databaseUrl);
  process.stdout.write(names.length > 0 ? `${names.join('\n')}\n` : 'Nothing to migrate.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'Unknown fault'}\n`);
  process.exit(1);
}
