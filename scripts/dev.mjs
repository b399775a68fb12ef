// npm run dev: the server restarts and the browser client reloads when a file changes.
import { spawn } from 'node:child_process';
import { startEmbeddedPostgres } from './runtime/embedded-postgres.mjs';
import { freePort, requireFreePort } from './runtime/free-port.mjs';
import { prepareProject } from './runtime/prepare-project.mjs';
import { oneLine } from './runtime/problem.mjs';
import { complain, say } from './runtime/progress.mjs';
import { importBuilt, inProject, projectFolder } from './runtime/project.mjs';
import { readStartSettings } from './runtime/settings.mjs';
import { Shutdown } from './runtime/shutdown.mjs';

const shutdown = new Shutdown({ onBegin: () => say('\n  Stopping …') });
try {
  await develop(readStartSettings([], process.env));
} catch (error) {
  complain(oneLine(error));
  await shutdown.exit(1);
}

async function develop({ port, host, dataFolder, databaseUrl: given }) {
  await requireFreePort(port, host);
  await prepareProject();
  const databaseUrl = given ?? (await openDatabase(dataFolder));
  const { migrate } = await importBuilt('src/platform/database/migrate.js');
  await migrate(databaseUrl);
  const serverPort = String(await freePort());
  const address = `http://localhost:${port}`;
  keepRunning('node_modules/@nestjs/cli/bin/nest.js', [
    'build',
    '--watch',
    '--preserveWatchOutput',
  ]);
  keepRunning('dist/src/main.js', [], {
    nodeOptions: ['--watch', '--watch-preserve-output', '--enable-source-maps'],
    environment: {
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataFolder,
      PORT: serverPort,
      PUBLIC_URL: process.env.PUBLIC_URL || address,
    },
  });
  keepRunning('node_modules/vite/bin/vite.js', ['web', '--port', String(port), '--strictPort'], {
    environment: { API_URL: `http://localhost:${serverPort}` },
  });
  say(`\n  Open ${address}. Ctrl-C stops it.\n`);
}

async function openDatabase(dataFolder) {
  const postgres = await startEmbeddedPostgres({ dataFolder });
  shutdown.add(() => postgres.stop());
  return postgres.url;
}

function keepRunning(program, parameters, { nodeOptions = [], environment = {} } = {}) {
  const child = spawn(process.execPath, [...nodeOptions, inProject(program), ...parameters], {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', resolve);
  });
  void ended.then(() => shutdown.exit(1));
  shutdown.add(() => child.kill('SIGTERM') && ended, 20);
}
