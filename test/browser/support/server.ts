import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** What `createDemo` says of the fair that it made. */
export interface Demo {
  readonly fairUrl: string;
  readonly sessionUrl: string;
  readonly wallUrl: string;
  readonly accounts: readonly DemoAccount[];
}

export interface Server {
  readonly url: string;
  readonly demo: Demo;
  stop(): Promise<void>;
}

interface Api {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * The built server with demo data on a database of its own; or, where `BASE_URL` names one, a
 * running server whose demo stands in `DEMO` as JSON.
 */
export async function startServer(): Promise<Server> {
  const { BASE_URL: url, DEMO: demo } = process.env;
  if (url && demo) return { url, demo: JSON.parse(demo) as Demo, stop: async () => undefined };
  const database = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'cloudfair-browser-'));
  const api = await startBuilt(database.url, folder);
  const { createDemo } = await built<{ createDemo: (api: Api) => Promise<Demo> }>(
    'scripts/demo.js',
  );
  return {
    url: api.url,
    demo: await createDemo(api),
    stop: async () => {
      await api.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startBuilt(databaseUrl: string, folder: string): Promise<Api> {
  type Migrate = { migrate: (databaseUrl: string) => Promise<unknown> };
  await (await built<Migrate>('src/platform/database/migrate.js')).migrate(databaseUrl);
  type Main = { startApi: (environment: Record<string, string>) => Promise<Api> };
  const { startApi } = await built<Main>('src/main.js');
  return startApi({
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    // Known before the start: the sign-in service trusts the address that it is told.
    PORT: String(await freePort()),
    LOG_LEVEL: 'error',
    AUTH_SECRET: randomBytes(32).toString('hex'),
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Playwright's own compiler knows no decorators of the kind that the server uses. */
async function built<Module>(path: string): Promise<Module> {
  const file = resolve(import.meta.dirname, '../../../dist', path);
  return (await import(pathToFileURL(file).href)) as Module;
}

async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error('DATABASE_URL is missing: run the tests with npm test');
  const name = `browser_${randomBytes(8).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
