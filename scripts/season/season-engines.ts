import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';

/** A server that only this season uses. */
export interface SeasonEngines {
  readonly url: string;
  readonly databaseUrl: string;
  readonly authSecret: string;
  readonly serverProcess: number;
  /** `null` when the database is not ours to measure. */
  readonly postmaster: number | null;
}

interface NodeProcess {
  readonly pid: () => number;
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

interface EmbeddedPostgres {
  readonly url: string;
  readonly pid: () => number;
  readonly remove: () => Promise<void>;
}

/** What the scripts beside the build offer; they are plain JavaScript and no part of it. */
interface Runtime {
  readonly temporaryFolder: (name: string) => string;
  readonly freePort: () => Promise<number>;
  readonly startEmbeddedPostgres: (options: object) => Promise<EmbeddedPostgres>;
  readonly startNodeProcess: (description: object) => Promise<NodeProcess>;
}

/** Takes what was started back, the newest first. */
export type Undo = (() => unknown)[];

/**
 * Starts PostgreSQL, unless `DATABASE_URL` names an empty database, and the server as a process of
 * its own, so that what they spend can be told apart from the load.
 */
export async function startSeasonEngines(
  environment: NodeJS.ProcessEnv,
  undo: Undo,
): Promise<SeasonEngines> {
  const runtime = await loadRuntime();
  const folder = runtime.temporaryFolder('season');
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  const database = environment.DATABASE_URL
    ? await openGivenDatabase(environment.DATABASE_URL)
    : await openOwnDatabase(runtime, folder, undo);
  const authSecret = randomBytes(32).toString('hex');
  const port = await runtime.freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await runtime.startNodeProcess({
    name: 'The server',
    script: 'main.js',
    log: join(folder, 'server.log'),
    environment: {
      DATABASE_URL: database.databaseUrl,
      AUTH_SECRET: authSecret,
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
    },
    isReady: () => isReady(url),
  });
  undo.push(() => server.kill('SIGTERM'));
  return { ...database, url, authSecret, serverProcess: server.pid() };
}

async function loadRuntime(): Promise<Runtime> {
  const folder = new URL('../../../scripts/runtime/', import.meta.url);
  const names = ['temporary-folder', 'free-port', 'embedded-postgres', 'node-process'];
  const files = await Promise.all(
    names.map((name) => import(new URL(`${name}.mjs`, folder).href) as Promise<Partial<Runtime>>),
  );
  return Object.assign({}, ...files) as Runtime;
}

async function openOwnDatabase(runtime: Runtime, folder: string, undo: Undo) {
  const postgres = await runtime.startEmbeddedPostgres({ dataFolder: folder, quiet: true });
  undo.push(() => postgres.remove());
  await migrate(postgres.url);
  return { databaseUrl: postgres.url, postmaster: postgres.pid() };
}

/** Thousands of invented people must not come among real ones. */
async function openGivenDatabase(databaseUrl: string) {
  await migrate(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT FROM "user" LIMIT 1');
    if (rows.length > 0) throw new Error('DATABASE_URL names a database that is in use');
  } finally {
    await client.end();
  }
  return { databaseUrl, postmaster: null };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
