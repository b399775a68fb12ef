import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { heapOptions } from './heap-options.mjs';
import { Problem } from './problem.mjs';
import { isRunning } from './process-identity.mjs';
import { inProject } from './project.mjs';
import { lastLine } from './run-command.mjs';

const longestStart = 30_000;

/**
 * One process of the built server that can be killed and started again.
 *
 * @param {{ name: string, script: string, environment: object, log: string,
 *   isReady: (logText: string) => Promise<boolean> | boolean }} description
 */
export async function startNodeProcess({ name, script, environment, log, isReady }) {
  let child;
  let logStart = 0;
  const start = async () => {
    logStart = readText(log).length;
    const output = openSync(log, 'a', 0o600);
    const program = [...heapOptions, '--enable-source-maps', inProject('dist', 'src', script)];
    child = spawn(process.execPath, program, {
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    child.on('error', () => undefined);
    await waitUntilReady();
  };
  const waitUntilReady = async () => {
    const starting = child;
    for (let waited = 0; waited < longestStart; waited += 50) {
      const text = readText(log).slice(logStart);
      if (starting.exitCode !== null || starting.signalCode !== null) break;
      if (await isReady(text)) return;
      await sleep(50);
    }
    starting.kill('SIGKILL');
    const reason = lastLine(readText(log).slice(logStart)) || 'it said nothing';
    throw new Problem(`${name} does not start: ${reason} (log: ${log})`);
  };
  await start();
  return {
    name,
    log,
    pid: () => child.pid,
    isRunning: () => isRunning(child.pid),
    /** SIGTERM drains, SIGKILL does not, SIGSTOP and SIGCONT pause; resolves when it has ended. */
    kill: (signal = 'SIGKILL') => endProcess(child, signal),
    restart: start,
  };
}

async function endProcess(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill(signal);
  if (signal === 'SIGSTOP' || signal === 'SIGCONT') return;
  await exited;
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
