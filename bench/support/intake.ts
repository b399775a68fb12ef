import pg from 'pg';
import { startApi } from '../../src/main.js';
import { createApplyFixture, submissions } from './apply-fixture.js';
import { applyAll } from './apply-load.js';
import type { BenchContext } from './bench-context.js';
import { counterDifferences, countFixture } from './counters.js';
import type { SideResult } from './goal.js';
import { productEnvironment } from './product-api.js';

/** The product takes applications over HTTP; each answer must stand for a committed row. */
export async function takeApplications(context: BenchContext, count: number): Promise<SideResult> {
  const fixture = await createApplyFixture(await context.createDatabase());
  const api = await startApi(productEnvironment(context, fixture));
  await countFixture(api, fixture.databaseUrl);
  const port = Number(new URL(api.url).port);
  const requests = submissions(fixture, count);
  const load = await applyAll(context, { port, path: '/api/v1/applications' }, requests);
  const differences = [
    ...load.differences,
    ...(await compareWithDatabase(fixture.databaseUrl, load.acceptedIds)),
    ...(await counterDifferences(api)),
  ];
  return { units: load.units, cost: load.cost, differences };
}

async function compareWithDatabase(databaseUrl: string, acceptedIds: string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ kept: string; queued: string }>(
    `SELECT (SELECT count(*) FROM application WHERE id = ANY($1)) AS kept,
            (SELECT count(DISTINCT entity_id) FROM outbox CROSS JOIN unnest(entity_ids) AS entity_id
             WHERE entity_id = ANY($1)) AS queued`,
    [acceptedIds],
  );
  await client.end();
  return Object.entries(rows[0] ?? {}).flatMap(([what, value]) =>
    Number(value) === acceptedIds.length
      ? []
      : [`${acceptedIds.length} accepted, ${value} ${what}.`],
  );
}
