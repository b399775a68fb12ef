import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { prepareProject } from './prepare-project.mjs';
import { importBuilt, inProject, projectFolder } from './project.mjs';
import { runCommand } from './run-command.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** The server cannot say what it offers without a database to start on. */
export async function writeContract() {
  await prepareProject();
  const postgres = await startEmbeddedPostgres({
    dataFolder: temporaryFolder('openapi'),
    durable: false,
    quiet: true,
  });
  try {
    const { migrate } = await importBuilt('src/platform/database/migrate.js');
    await migrate(postgres.url);
    const { writeOpenApi } = await importBuilt('scripts/write-openapi.js');
    await writeOpenApi(postgres.url, inProject('openapi.json'));
  } finally {
    await postgres.remove();
  }
  const program = inProject('node_modules', 'openapi-typescript', 'bin', 'cli.js');
  const { code } = await runCommand(
    process.execPath,
    [program, 'openapi.json', '--output', 'web/src/api/schema.d.ts'],
    { cwd: projectFolder, show: true },
  );
  return code;
}
