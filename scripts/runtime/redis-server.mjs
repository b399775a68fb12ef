import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findOrInstall } from './debian-package.mjs';
import { freePort } from './free-port.mjs';
import { Problem } from './problem.mjs';
import { isRunning } from './process-identity.mjs';

export const findRedis = () => findOrInstall(['redis-server', 'valkey-server'], ['redis-server']);

/**
 * A Redis of our own, set up like the one of docker-compose.yml: it forgets nothing on its own and
 * writes what it knows to its folder, unless `persistent` is false.
 */
export async function startRedis({ program, folder, persistent = true }) {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const options = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    appendonly: persistent ? 'yes' : 'no',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
    save: '',
    loglevel: 'warning',
  };
  let child;
  const start = async () => {
    const parameters = Object.entries(options).flatMap(([name, value]) => [
      `--${name}`,
      `${value}`,
    ]);
    child = spawn(program, parameters, { stdio: 'ignore' });
    child.on('error', () => undefined);
    await waitForAnswer(port, child);
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    pid: () => child.pid,
    restart: start,
    stop: (signal = 'SIGTERM') => end(child, signal),
  };
}

async function end(child, signal) {
  if (!isRunning(child.pid)) return;
  const exited = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill(signal);
  await exited;
}

async function waitForAnswer(port, child) {
  for (let waited = 0; waited < 15_000; waited += 25) {
    if (child.exitCode !== null || !child.pid) break;
    if ((await ask(port, 'PING\r\n')).startsWith('+PONG')) return;
    await sleep(25);
  }
  child.kill('SIGKILL');
  throw new Problem('redis-server does not start.');
}

function ask(port, command) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' }, () => socket.write(command));
    socket.setTimeout(1000, () => socket.destroy());
    socket.once('data', (chunk) => {
      socket.destroy();
      resolve(chunk.toString());
    });
    socket.once('error', () => resolve(''));
    socket.once('close', () => resolve(''));
  });
}
