import { prepareProject } from '../runtime/prepare-project.mjs';
import { oneLine } from '../runtime/problem.mjs';
import { complain, say } from '../runtime/progress.mjs';
import { Shutdown } from '../runtime/shutdown.mjs';
import { runTests } from './test-run.mjs';

/** Installs, builds, tests; the last line counts. */
export async function run(parameters) {
  const shutdown = new Shutdown();
  try {
    await prepareProject();
    const { rows, total } = await runTests(parameters, shutdown);
    if (shutdown.hasBegun) return;
    say(`\n${rows.map(summary).join('\n')}\n`);
    say(countLine(total));
    await shutdown.exit(total.failed > 0 || total.passed === 0 ? 1 : 0);
  } catch (error) {
    if (shutdown.hasBegun) return;
    complain(oneLine(error));
    say(countLine({ passed: 0, failed: 1, skipped: 0 }));
    await shutdown.exit(1);
  }
}

const summary = ({ name, seconds, note, ...counts }) =>
  `${name.padEnd(12)} ${`${seconds} s`.padStart(7)}  ${countLine(counts)}${note ? ` (${note})` : ''}`;

const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
