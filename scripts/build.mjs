// npm run build: installs what is missing and builds what changed, into dist/.
import { prepareProject } from './runtime/prepare-project.mjs';
import { oneLine } from './runtime/problem.mjs';
import { complain, say } from './runtime/progress.mjs';
import { Shutdown } from './runtime/shutdown.mjs';

const shutdown = new Shutdown();
try {
  await prepareProject();
  say('  dist/ is up to date.');
  await shutdown.exit(0);
} catch (error) {
  complain(oneLine(error));
  await shutdown.exit(1);
}
