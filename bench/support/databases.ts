import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** An empty database of its own, with nothing left to clean or flush from the one before. */
export async function createDatabase(administratorUrl: string): Promise<string> {
  const client = new Client({ connectionString: administratorUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database WHERE datname LIKE 'bench\\_%'`,
  );
  for (const row of rows) await client.query(`drop database ${row.name} with (force)`);
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${name}`);
  await client.query('checkpoint');
  await client.end();
  const url = new URL(administratorUrl);
  url.pathname = `/${name}`;
  return url.href;
}
