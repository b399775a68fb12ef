import pg from 'pg';
import { Counters } from '../src/platform/counters/counters.js';
import { createDataSource } from '../src/platform/database/data-source.js';
import { Database } from '../src/platform/database/database.js';
import { migrate } from '../src/platform/database/migrate.js';
import type { BenchContext } from './support/bench-context.js';
import { closedLoop } from './support/closed-loop.js';
import type { Goal, SideResult } from './support/goal.js';

const callers = 256;
const scope = 'season';
const metric = 'applications';

/** Adds one to the one hot row; resolves when that is durable. */
type Increment = () => Promise<unknown>;

async function count(
  { measure }: BenchContext,
  databaseUrl: string,
  increments: number,
  increment: Increment,
): Promise<SideResult> {
  const warmUp = Math.round(increments / 10);
  await closedLoop(warmUp, callers, increment);
  const cost = await measure(() => closedLoop(increments, callers, increment));
  const counted = await readCounter(databaseUrl);
  const expected = warmUp + increments;
  const differences =
    counted === expected ? [] : [`The counter says ${counted} after ${expected} increments.`];
  return { units: increments, cost, differences };
}

async function readCounter(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ value: string }>(
    'SELECT value FROM counter WHERE scope = $1 AND metric = $2',
    [scope, metric],
  );
  await client.end();
  return Number(rows[0]?.value);
}

/** What one writes without coalescing: exact, atomic, one durable statement per increment. */
async function hotRowUpsert(context: BenchContext): Promise<SideResult> {
  const databaseUrl = await context.createDatabase();
  await migrate(databaseUrl);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 32 });
  const statement = {
    name: 'increment',
    text: `INSERT INTO counter (scope, metric, value) VALUES ($1, $2, 1)
           ON CONFLICT (scope, metric) DO UPDATE SET value = counter.value + 1`,
    values: [scope, metric],
  };
  return count(context, databaseUrl, Math.round(4_000 * context.scale), () =>
    pool.query(statement),
  );
}

async function coalesced(context: BenchContext): Promise<SideResult> {
  const databaseUrl = await context.createDatabase();
  await migrate(databaseUrl);
  const dataSource = await createDataSource({ databaseUrl, poolSize: 16 }).initialize();
  const counters = new Counters(new Database(dataSource));
  const increment = () => counters.increment({ scope, metric, by: 1 });
  return count(context, databaseUrl, Math.round(300_000 * context.scale), increment);
}

export const goal: Goal = {
  id: 'T1',
  title:
    'Exact counter increments per CPU second, durable before the answer, against a hot-row upsert',
  unit: 'increment',
  ratio: 'gain',
  must: 50,
  reference: hotRowUpsert,
  product: coalesced,
};
