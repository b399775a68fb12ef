import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from './problem.mjs';
import { isRunning } from './process-identity.mjs';
import { lastLine, runCommand } from './run-command.mjs';

const longestRecoverySeconds = 300;

/**
 * Starts one PostgreSQL server in a process group of its own, so that Ctrl-C reaches Cloudfair
 * first and the server last.
 *
 * @returns {Promise<{ pid: number, ended: Promise<void>, stop: (signal?: string) => Promise<void> }>}
 *   after it accepts connections
 * @throws Problem with `portTaken` set when another process took the port meanwhile
 */
export async function startPostmaster({ account, binaries, cluster, log, port, settings }) {
  if (existsSync(log)) renameSync(log, `${log}.previous`);
  const logFile = openSync(log, 'w', 0o600);
  const options = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
  const parameters = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, 'postgres'), ['-D', cluster, ...parameters], {
    cwd: '/',
    env: { PATH: process.env.PATH, TZ: 'UTC' },
    detached: true,
    stdio: ['ignore', logFile, logFile],
    ...account,
  });
  closeSync(logFile);
  const state = { over: false };
  const ended = new Promise((resolve) => {
    server.once('error', resolve);
    server.once('exit', resolve);
  }).then(() => {
    state.over = true;
  });
  if (!(await becomesReady(cluster, server.pid, state))) {
    if (!state.over) server.kill('SIGQUIT');
    throw startProblem(log, cluster);
  }
  const guard = startGuard(account, cluster, server.pid);
  void ended.then(() => guard.kill('SIGKILL'));
  return { pid: server.pid, ended, stop: (signal) => endServer(server.pid, signal) };
}

/** A server whose Cloudfair was killed is still there: it is stopped before a new one starts. */
export async function stopOrphan(cluster) {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number(readLines(file)[0]);
  if (!Number.isInteger(pid) || pid < 2 || !isRunning(pid)) return;
  if (await servesCluster(pid, cluster)) await endServer(pid);
  // Another process got that number since: PostgreSQL would take it for itself and refuse to start.
  else rmSync(file, { force: true });
}

/** The number of the server that runs on a cluster and its port, or null. */
export async function runningServer(cluster) {
  const lines = readLines(join(cluster, 'postmaster.pid'));
  const pid = Number(lines[0]);
  if (!pid || !isRunning(pid) || !(await servesCluster(pid, cluster))) return null;
  return { pid, port: Number(lines[3]) };
}

async function servesCluster(pid, cluster) {
  const folder = realpathSync(cluster);
  if (existsSync('/proc/self/cwd')) {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  }
  const { output } = await runCommand('ps', ['-o', 'command=', '-p', String(pid)]);
  return output.includes(cluster) || output.includes(folder);
}

/** Gently first: SIGINT ends sessions and writes a checkpoint, SIGQUIT ends without one. */
async function endServer(pid, signal = 'SIGINT') {
  for (const [next, seconds] of [
    [signal, 15],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ]) {
    if (!isRunning(pid)) return;
    try {
      process.kill(pid, next);
    } catch (error) {
      if (error.code === 'ESRCH') return;
      throw new Problem(`PostgreSQL (process ${pid}) cannot be stopped by this user.`);
    }
    for (let waited = 0; waited < seconds * 1000 && isRunning(pid); waited += 20) await sleep(20);
  }
}

async function becomesReady(cluster, pid, state) {
  const deadline = Date.now() + longestRecoverySeconds * 1000;
  while (!state.over && Date.now() < deadline) {
    const lines = readLines(join(cluster, 'postmaster.pid'));
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return true;
    await sleep(15);
  }
  return false;
}

function startProblem(log, cluster) {
  const output = readLines(log).join('\n');
  const reason = lastLine(output, /FATAL|PANIC/) || lastLine(output) || 'it said nothing';
  const problem = new Problem(
    `The database in ${cluster} does not start: ${reason.replace(/^.*?(?=FATAL|PANIC)/, '')} (log: ${log})`,
  );
  problem.portTaken = /could not bind|could not create any TCP/.test(output);
  problem.stillInUse = /pre-existing shared memory block/.test(output);
  return problem;
}

/**
 * Should Cloudfair be killed without a chance to tidy up, the pipe to this guard closes, and the
 * guard stops the server.
 */
function startGuard(account, cluster, pid) {
  const script =
    'trap "" INT TERM HUP; read -r _; read -r now < "$1/postmaster.pid" && [ "$now" = "$0" ] && kill -INT "$0"';
  const guard = spawn('/bin/sh', ['-c', script, String(pid), cluster], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...account,
  });
  guard.on('error', () => undefined);
  guard.unref();
  guard.stdin.on('error', () => undefined);
  guard.stdin.unref();
  return guard;
}

function readLines(file) {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
