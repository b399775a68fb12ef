import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startApi } from '../../src/main.js';
import { Database } from '../../src/platform/database/database.js';
import { createTestDatabase } from './database.js';
import { Person } from './person.js';

export interface TestApp {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly databaseUrl: string;
  /** Signs a new person up; every call makes another account. */
  person(name?: string): Promise<Person>;
  /** Waits until every committed fact has been handled. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The real application on a database of its own; on Redis when `REDIS_URL` is set.
 *
 * @param environment more variables, for example `{ WORKERS: 'external' }`
 */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'cloudfair-test-'));
  const api = await startApi({
    DATABASE_URL: database.url,
    DATA_DIR: dataFolder,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    AUTH_SECRET: 'a secret for tests that is long enough',
    QUEUE_PREFIX: new URL(database.url).pathname.slice(1),
    ...(process.env.REDIS_URL ? { REDIS_URL: process.env.REDIS_URL } : {}),
    ...environment,
  });
  const { app, url } = api;
  return {
    app,
    url,
    database: app.get(Database),
    databaseUrl: database.url,
    person: (name = '王小明') => Person.signUp(url, name),
    settled: () => settled(app.get(Database)),
    stop: async () => {
      await api.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function settled(database: Database): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const [row] = await database.query<{ waiting: number }>(
      `SELECT count(*) AS waiting FROM outbox WHERE consumer <> 'platform.canary'`,
    );
    if (row?.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The outbox did not drain within 30 seconds');
}
