import { startTextbookServer, TextbookApplication } from './reference/textbook-server.js';
import { createApplyFixture, submissions } from './support/apply-fixture.js';
import { applyAll } from './support/apply-load.js';
import type { BenchContext } from './support/bench-context.js';
import type { Goal, SideResult } from './support/goal.js';
import { takeApplications } from './support/intake.js';

/** It knows no sessions, so that the applicant's id travels in the body. */
async function applyByTheBook(context: BenchContext): Promise<SideResult> {
  const fixture = await createApplyFixture(await context.createDatabase());
  const { port, dataSource } = await startTextbookServer(fixture.databaseUrl, context.redisUrl);
  const people = fixture.people;
  const requests = submissions(fixture, Math.round(6_000 * context.scale)).map(
    ({ body }, index) => ({
      body: { ...body, applicantId: people[index % people.length]?.userId },
    }),
  );
  const load = await applyAll(context, { port, path: '/applications' }, requests);
  const kept = await dataSource.getRepository(TextbookApplication).count();
  const differences = [...load.differences];
  if (kept !== requests.length) differences.push(`${requests.length} accepted, ${kept} kept.`);
  return { units: load.units, cost: load.cost, differences };
}

export const goal: Goal = {
  id: 'I2',
  title:
    'CPU per durably accepted application, against textbook NestJS: Express, findOne, save, queue.add',
  unit: 'application',
  ratio: 'cost',
  must: 0.1,
  reference: applyByTheBook,
  product: (context) => takeApplications(context, Math.round(18_000 * context.scale)),
};
