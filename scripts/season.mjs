// npm run season [-- --scale 0.05] [-- --json]: a whole season against a server of its own.
import { prepareProject } from './runtime/prepare-project.mjs';
import { oneLine } from './runtime/problem.mjs';
import { complain } from './runtime/progress.mjs';
import { inProject } from './runtime/project.mjs';
import { runCommand } from './runtime/run-command.mjs';
import { Shutdown } from './runtime/shutdown.mjs';

const shutdown = new Shutdown();
try {
  await prepareProject();
  const program = [inProject('dist', 'scripts', 'season.js'), ...process.argv.slice(2)];
  const { code } = await runCommand(process.execPath, program, { show: true });
  await shutdown.exit(code);
} catch (error) {
  complain(oneLine(error));
  await shutdown.exit(1);
}
