// npm run operator -- <email>: makes a first operator, in the running Cloudfair or in its stopped database.
import { addressOfRunning, startEmbeddedPostgres } from './runtime/embedded-postgres.mjs';
import { prepareProject } from './runtime/prepare-project.mjs';
import { oneLine } from './runtime/problem.mjs';
import { complain } from './runtime/progress.mjs';
import { importBuilt } from './runtime/project.mjs';
import { readDataFolder } from './runtime/settings.mjs';
import { Shutdown } from './runtime/shutdown.mjs';

const shutdown = new Shutdown();
try {
  await prepareProject();
  const dataFolder = readDataFolder(process.env);
  const databaseUrl =
    process.env.DATABASE_URL ||
    (await addressOfRunning(dataFolder)) ||
    (await openDatabase(dataFolder));
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATA_DIR: dataFolder });
  const { main } = await importBuilt('scripts/create-operator.js');
  await shutdown.exit(await main(process.argv.slice(2)));
} catch (error) {
  complain(oneLine(error));
  await shutdown.exit(1);
}

async function openDatabase(dataFolder) {
  const postgres = await startEmbeddedPostgres({ dataFolder });
  shutdown.add(() => postgres.stop());
  const { migrate } = await importBuilt('src/platform/database/migrate.js');
  await migrate(postgres.url);
  return postgres.url;
}
