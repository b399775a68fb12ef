import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '../../src/platform/database/migrate.js';

const readyWithin = 60_000;
const stopWithin = 20_000;

/** A server that only this season uses. */
export interface SeasonEngines {
  readonly url: string;
  readonly databaseUrl: string;
  readonly authSecret: string;
  readonly serverProcess: number;
  /** `null` when the database is not ours to measure. */
  readonly postmaster: number | null;
  stop(): Promise<void>;
}

interface EmbeddedPostgres {
  readonly url: string;
  pid(): number;
  remove(): Promise<void>;
}

/** The scripts that start engines stand beside the build, not in it. */
const runtime = new URL('../../../scripts/runtime/', import.meta.url);

/**
 * Starts PostgreSQL, unless `DATABASE_URL` names an empty database, and the server as a process of
 * its own, so that what they spend can be told apart from the load.
 */
export async function startSeasonEngines(environment: NodeJS.ProcessEnv): Promise<SeasonEngines> {
  const folder = mkdtempSync(join(tmpdir(), 'cloudfair-season-'));
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const given = environment.DATABASE_URL;
    const postgres = given ? null : await startPostgres(folder);
    if (postgres) undo.push(() => postgres.remove());
    const databaseUrl = given ?? postgres?.url ?? '';
    await migrate(databaseUrl);
    const authSecret = randomBytes(32).toString('hex');
    const port = await freePort();
    const log = join(folder, 'server.log');
    const server = spawnServer(log, {
      ...environment,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: authSecret,
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'warn',
    });
    undo.push(() => stopServer(server));
    const url = `http://127.0.0.1:${port}`;
    await untilReady(url, server, log);
    return {
      url,
      databaseUrl,
      authSecret,
      serverProcess: server.pid ?? 0,
      postmaster: postgres?.pid() ?? null,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startPostgres(folder: string): Promise<EmbeddedPostgres> {
  const script = new URL('embedded-postgres.mjs', runtime).href;
  const { startEmbeddedPostgres } = (await import(script)) as {
    startEmbeddedPostgres: (options: object) => Promise<EmbeddedPostgres>;
  };
  return startEmbeddedPostgres({ dataFolder: folder, quiet: true });
}

async function freePort(): Promise<number> {
  const script = new URL('free-port.mjs', runtime).href;
  const found = (await import(script)) as { freePort(): Promise<number> };
  return found.freePort();
}

function spawnServer(log: string, environment: NodeJS.ProcessEnv): ChildProcess {
  const output = openSync(log, 'a', 0o600);
  const program = new URL('../../src/main.js', import.meta.url).pathname;
  const server = spawn(process.execPath, [program], {
    env: environment,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  return server;
}

async function untilReady(url: string, server: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) break;
    if (await isReady(url)) return;
    await sleep(100);
  }
  const said = readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '';
  throw new Error(`The server did not start: ${said || 'it says nothing'}`);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  const late = setTimeout(() => server.kill('SIGKILL'), stopWithin);
  await gone;
  clearTimeout(late);
}
