import pg from 'pg';
import type { RunningProcess } from '../../src/main.js';
import { Reconciler } from '../../src/platform/counters/reconciler.js';

/** The rows of a fixture were written without counting; from here on every counter is right. */
export async function countFixture(api: RunningProcess, databaseUrl: string): Promise<void> {
  const missing = await api.app.get(Reconciler).reconcile();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO counter (scope, metric, value)
     SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[])
     ON CONFLICT (scope, metric) DO UPDATE SET value = excluded.value`,
    [
      missing.map((difference) => difference.scope),
      missing.map((difference) => difference.metric),
      missing.map((difference) => difference.recounted),
    ],
  );
  await client.end();
}

/** Every counter against a recount from its facts. */
export async function counterDifferences(api: RunningProcess): Promise<string[]> {
  const found = await api.app.get(Reconciler).reconcile();
  return found.map(
    ({ scope, metric, counted, recounted }) =>
      `The counter ${metric} of ${scope} says ${counted}, its facts ${recounted}.`,
  );
}
