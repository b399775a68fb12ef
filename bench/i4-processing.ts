import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startApi } from '../src/main.js';
import type { RunningProcess } from '../src/main.js';
import { OutboxModule } from '../src/platform/outbox/outbox.module.js';
import { NoOpJobs } from './reference/no-op-jobs.js';
import { createApplyFixture, submissions } from './support/apply-fixture.js';
import type { ApplyFixture } from './support/apply-fixture.js';
import type { BenchContext } from './support/bench-context.js';
import { counterDifferences, countFixture } from './support/counters.js';
import type { Goal, SideResult } from './support/goal.js';
import { HttpLoad } from './support/http-load.js';
import { productEnvironment } from './support/product-api.js';

const pollEvery = 50;

async function jobEach({ scale, redisUrl, measure }: BenchContext): Promise<SideResult> {
  const jobs = Math.round(10_000 * scale);
  const noOpJobs = new NoOpJobs(redisUrl);
  await noOpJobs.run(Math.round(jobs / 3));
  const cost = await measure(() => noOpJobs.run(jobs));
  return { units: jobs, cost, differences: [] };
}

/**
 * Applications wait in the outbox; relay, queue and processors then take them to the end. A third
 * goes all the way first, notices included, so that the rest is charged for nothing but itself.
 */
async function processAll(context: BenchContext): Promise<SideResult> {
  const count = Math.round(30_000 * context.scale);
  const fixture = await createApplyFixture(await context.createDatabase());
  const api = await startApi(productEnvironment(context, fixture));
  await countFixture(api, fixture.databaseUrl);
  await takeIn(fixture, api, count);

  const watcher = new pg.Client({ connectionString: fixture.databaseUrl });
  await watcher.connect();
  const number = async (sql: string, values: unknown[] = []) => {
    const { rows } = await watcher.query<{ number: string }>(sql, values);
    return Number(rows[0]?.number);
  };
  await watcher.query(holdSql, [count / 3]);
  const held = await number(`SELECT sum(cardinality(entity_ids)) AS number ${heldSql}`);
  api.app.get(OutboxModule).startWorking();
  const settle = async (waiting: string) => {
    while ((await number(`SELECT count(*) AS number ${waiting}`)) > 0) await sleep(pollEvery);
  };
  await settle(`FROM outbox WHERE id NOT IN (SELECT id ${heldSql})`);
  const cost = await context.measure(async () => {
    await watcher.query(
      `UPDATE outbox SET available_at = now() WHERE id IN (SELECT id ${heldSql})`,
    );
    await settle('FROM outbox');
  });
  const differences = await compareWithTruth(watcher, count);
  differences.push(...(await counterDifferences(api)));
  await watcher.end();
  return { units: held, cost, differences };
}

const heldSql = "FROM outbox WHERE available_at > now() + interval '1 hour'";

/** All but the first so many facts, for later. */
const holdSql = `
  UPDATE outbox SET available_at = now() + interval '1 day'
  FROM (SELECT id, sum(cardinality(entity_ids)) OVER (ORDER BY id) AS facts FROM outbox) AS reached
  WHERE outbox.id = reached.id AND reached.facts > $1`;

async function takeIn(fixture: ApplyFixture, api: RunningProcess, count: number): Promise<void> {
  const load = await HttpLoad.start();
  const port = Number(new URL(api.url).port);
  await load.prepare({
    port,
    path: '/api/v1/applications',
    connections: 128,
    requests: submissions(fixture, count),
  });
  await load.post();
  load.stop();
}

async function compareWithTruth(client: pg.Client, count: number): Promise<string[]> {
  const { rows } = await client.query<Record<string, string>>(`
    SELECT (SELECT count(*) FROM application) AS accepted,
           (SELECT count(*) FROM application WHERE processed_at IS NOT NULL AND score IS NOT NULL)
             AS processed,
           (SELECT count(*) FROM notice WHERE subject_id IN (SELECT id FROM application)) AS notices,
           (SELECT count(*) FROM notice WHERE mail_state = 'waiting') AS mails`);
  return Object.entries(rows[0] ?? {}).flatMap(([what, value]) =>
    Number(value) === count ? [] : [`Of ${count} applications ${value} are ${what}.`],
  );
}

export const goal: Goal = {
  id: 'I4',
  title: 'CPU per application fully processed, against one BullMQ job each that does nothing',
  unit: 'application',
  ratio: 'cost',
  must: 0.2,
  reference: jobEach,
  product: processAll,
};
