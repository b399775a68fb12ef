import { createHash } from 'node:crypto';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { newId } from '../../src/platform/ids/new-id.js';

/** The server that the tests may fill: `DATABASE_URL`, with rights to create databases. */
export function testServerUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is missing: run the tests with npm test');
  return url;
}

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of its own for one test file, copied from a template migrated once. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = await migratedTemplate();
  const name = `test_${newId().replaceAll('-', '')}`;
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(42)');
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: urlOf(name),
    drop: () =>
      onServer(async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

/** An empty database that no migration has touched. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `test_${newId().replaceAll('-', '')}`;
  await onServer(async (client) => {
    await client.query(`CREATE DATABASE ${name}`);
  });
  const drop = () =>
    onServer(async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    });
  return { url: urlOf(name), drop };
}

/** The template's name holds a digest of the migrations: a changed one makes a new template. */
async function migratedTemplate(): Promise<string> {
  const digest = createHash('sha256')
    .update(migrations.map((migration) => migration.toString()).join('\n'))
    .digest('hex')
    .slice(0, 16);
  const template = `template_${digest}`;
  await onServer(async (client) => {
    await client.query('SELECT pg_advisory_lock(42)');
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (known.rowCount === 0) {
      await client.query(`DROP DATABASE IF EXISTS ${template}_building WITH (FORCE)`);
      await client.query(`CREATE DATABASE ${template}_building`);
      await migrate(urlOf(`${template}_building`));
      await client.query(`ALTER DATABASE ${template}_building RENAME TO ${template}`);
    }
  });
  return template;
}

async function onServer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(database: string): string {
  const url = new URL(testServerUrl());
  url.pathname = `/${database}`;
  return url.href;
}
