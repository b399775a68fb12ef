import { spawn } from 'node:child_process';

const running = new Set();

/**
 * Runs a program to its end and keeps what it prints.
 *
 * @param {{ account?: { uid: number, gid: number } | null, cwd?: string, env?: object, show?: boolean }} options
 *   `show` passes the output through instead of keeping it
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program could not be run
 */
export function runCommand(program, parameters, options = {}) {
  return new Promise((resolve) => {
    const child = spawnOrExplain(program, parameters, options);
    if (child instanceof Error) return resolve({ code: 127, output: child.message });
    let output = '';
    running.add(child);
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const end = (code, text) => {
      running.delete(child);
      resolve({ code, output: text });
    };
    child.once('error', (error) => end(127, `${error.message}\n${output}`));
    child.once('close', (code) => end(code ?? 1, output));
  });
}

/** A refused change of user is thrown, other failures to start are told later. */
function spawnOrExplain(program, parameters, { account, cwd, env = process.env, show = false }) {
  try {
    return spawn(program, parameters, {
      cwd,
      env,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      ...(account && { uid: account.uid, gid: account.gid }),
    });
  } catch (error) {
    return error;
  }
}

/** Ends what `runCommand` started and has not ended yet, and waits for it. */
export async function stopCommands(signal = 'SIGTERM') {
  const ends = [...running].map(
    (child) =>
      new Promise((resolve) => {
        child.once('close', resolve);
        child.kill(signal);
      }),
  );
  await Promise.all(ends);
}

/** The last line that says something, for a message of one line. */
export function lastLine(output, pattern = /\S/) {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.filter((line) => pattern.test(line)).at(-1) ?? '';
}
