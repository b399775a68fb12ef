import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { heapOptions } from '../../../scripts/runtime/heap-options.mjs';
import { newFolder, projectFolder, tidyUp } from './postgres-owner.js';

const patience = 120_000;

interface Start {
  readonly child: ChildProcess;
  readonly url: string;
  output(): string;
  complaint(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

const running: Start[] = [];

afterEach(async () => {
  for (const start of running.splice(0)) {
    start.child.kill('SIGTERM');
    await start.ended;
  }
  await tidyUp();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function npmStart(environment: Record<string, string>, parameters = ['--empty']) {
  const port = environment.PORT ?? String(await freePort());
  const program = join(projectFolder, 'scripts/start.mjs');
  const child = spawn(process.execPath, [...heapOptions, program, ...parameters], {
    env: { PATH: process.env.PATH, PORT: port, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { output: '', complaint: '' };
  child.stdout.on('data', (chunk: Buffer) => (texts.output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (texts.complaint += chunk.toString()));
  const start: Start = {
    child,
    url: `http://localhost:${port}`,
    output: () => texts.output,
    complaint: () => texts.complaint,
    ended: new Promise((resolve) => child.once('close', resolve)),
  };
  running.push(start);
  return start;
}

/** Waits for the line that says what to open. */
async function isReady(start: Start): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    start.child.stdout?.on('data', () => {
      if (start.output().includes('Ctrl-C stops it')) resolve();
    });
    void start.ended.then(() => reject(new Error(`ended: ${start.complaint()}`)));
  });
}

/** What the process holds in memory, PostgreSQL's own processes apart. */
function megabytesOf({ child }: Start): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return (Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1_024) / 1e6;
}

async function statusOf(url: string): Promise<number | null> {
  try {
    return (await fetch(url)).status;
  } catch {
    return null;
  }
}

describe('npm start', () => {
  it(
    'serves its demo from little memory, ends within seconds at Ctrl-C, and starts again on what it left',
    async () => {
      const dataFolder = newFolder();
      const first = await npmStart({ DATA_DIR: dataFolder }, []);
      await isReady(first);
      expect(first.output()).toContain(`Open           ${first.url}`);
      expect(first.output()).toContain('Demo accounts');
      expect(await statusOf(`${first.url}/health/ready`)).toBe(200);
      expect(megabytesOf(first)).toBeLessThan(300);

      first.child.kill('SIGINT');
      // npm passes Ctrl-C on to a process that already got it from the terminal.
      first.child.kill('SIGINT');
      expect(await first.ended).toBe(0);
      expect(await statusOf(`${first.url}/health/live`)).toBeNull();
      expect(first.complaint()).toBe('');

      const second = await npmStart({ DATA_DIR: dataFolder });
      await isReady(second);
      expect(await statusOf(`${second.url}/health/ready`)).toBe(200);
    },
    patience,
  );

  it(
    'ends in order while it is still starting',
    async () => {
      const start = await npmStart({ DATA_DIR: newFolder() });
      await new Promise((resolve) => setTimeout(resolve, 700));

      start.child.kill('SIGTERM');

      expect(await start.ended).toBe(0);
      expect(start.complaint()).toBe('');
    },
    patience,
  );

  it(
    'runs twice at once on different ports and data folders',
    async () => {
      const starts = await Promise.all([
        npmStart({ DATA_DIR: newFolder() }),
        npmStart({ DATA_DIR: newFolder() }),
      ]);
      await Promise.all(starts.map(isReady));

      const statuses = await Promise.all(starts.map(({ url }) => statusOf(`${url}/health/ready`)));
      expect(statuses).toEqual([200, 200]);
    },
    patience,
  );

  it(
    'says in one line that a port is taken, also one that only ::1 answers on',
    async () => {
      for (const host of ['0.0.0.0', '::1']) {
        const server = createServer();
        await new Promise<void>((resolve) => server.listen(0, host, resolve));
        const { port } = server.address() as AddressInfo;

        const start = await npmStart({ PORT: String(port), DATA_DIR: newFolder() });

        expect(await start.ended).toBe(1);
        expect(start.complaint()).toBe(
          `Cloudfair: Port ${port} is taken. Choose another one: PORT=${port + 1} npm start\n`,
        );
        await new Promise((resolve) => server.close(resolve));
      }
    },
    patience,
  );

  const mistakes: [string, Record<string, string>, RegExp][] = [
    ['a port that is no number', { PORT: 'three' }, /^Cloudfair: PORT must be .*"three"/],
    ['a port out of range', { PORT: '70000' }, /^Cloudfair: PORT must be .*"70000"/],
    ['a database address', { DATABASE_URL: 'mysql://x' }, /^Cloudfair: DATABASE_URL must be/],
    ['a queue address', { REDIS_URL: 'localhost:6379' }, /^Cloudfair: REDIS_URL must be/],
    ['a choice', { WORKERS: 'many' }, /^Cloudfair: WORKERS must be one of/],
    ['a data folder', { DATA_DIR: '/proc/cloudfair' }, /^Cloudfair: \/proc\/cloudfair /],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgresql://a:secret@127.0.0.1:1/b' },
      /^Cloudfair: The database at 127.0.0.1:1 cannot be used: .*ECONNREFUSED/,
    ],
  ];

  it.each(mistakes)(
    'says in one line what is wrong with %s',
    async (_, environment, line) => {
      const start = await npmStart({ DATA_DIR: newFolder(), ...environment });

      expect(await start.ended).toBe(1);
      expect(start.complaint()).toMatch(line);
      expect(start.complaint().trim().split('\n')).toHaveLength(1);
      expect(start.complaint()).not.toContain('secret');
    },
    patience,
  );

  it(
    'knows no other option than --empty',
    async () => {
      const start = await npmStart({ DATA_DIR: newFolder() }, ['--emtpy']);

      expect(await start.ended).toBe(1);
      expect(start.complaint()).toMatch(/^Cloudfair: Unknown option "--emtpy"/);
    },
    patience,
  );
});
