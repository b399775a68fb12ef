import { OutboxModule } from '../../../src/platform/outbox/outbox.module.js';
import { expectOk, publishOpening, registerEmployer } from '../../support/employer.js';
import type { Employer } from '../../support/employer.js';
import { makeOperator, makeOrganizer } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

/**
 * Two live fairs, three companies, three openings for ten people, five applications of three
 * people: one application needs attention, one waits, three are processed.
 */
export interface SmallSeason {
  readonly app: TestApp;
  readonly operator: Person;
  readonly organizer: Person;
  readonly employers: readonly [Employer, Employer, Employer];
  /** Of the first company two, of the second one. */
  readonly openings: readonly [string, string, string];
  readonly spring: string;
  readonly autumn: string;
  readonly planned: string;
  readonly applicants: readonly [Person, Person, Person];
  apply(person: Person, jobPostingId: string, fairId?: string): Promise<string>;
}

export async function startSmallSeason(): Promise<SmallSeason> {
  const app = await startTestApp({ WORKERS: 'external' });
  try {
    return await prepare(app);
  } catch (error) {
    await app.stop();
    throw error;
  }
}

async function prepare(app: TestApp): Promise<SmallSeason> {
  const operator = await app.person('平台');
  const organizer = await app.person('主办');
  await makeOperator(app, operator);
  await makeOrganizer(app, organizer);
  const employers = [
    await registerEmployer(app, operator),
    await registerEmployer(app, operator),
    await registerEmployer(app, operator),
  ] as const;
  const [first, second, third] = employers;
  const openings = [
    await publishOpening(first, operator, { title: '=会计', headcount: 3 }),
    await publishOpening(first, operator, { title: '出纳', headcount: 2 }),
    await publishOpening(second, operator, { title: '焊工', headcount: 5 }),
  ] as const;
  const spring = await planFair(organizer, '=春季招聘会', 3);
  await fill(organizer, spring, [
    [first, [openings[0], openings[1]]],
    [second, [openings[2]]],
  ]);
  const autumn = await planFair(organizer, '秋季招聘会', 2);
  await fill(organizer, autumn, [
    [second, [openings[2]]],
    [third, []],
  ]);
  const planned = await planFair(organizer, '冬季招聘会', 1);
  const applicants = [await app.person(), await app.person(), await app.person()] as const;
  const season = { app, operator, organizer, employers, openings, spring, autumn, planned };
  await takeApplications(season, applicants);
  return { ...season, applicants, apply };
}

async function planFair(organizer: Person, name: string, daysAgo: number): Promise<string> {
  const created = await expectOk(
    organizer.post<{ id: string }>('/api/v1/fairs', {
      name,
      nameEn: `Fair ${daysAgo}`,
      regionCode: '310115',
      opensAt: new Date(Date.now() - daysAgo * 86_400_000).toISOString(),
      closesAt: new Date(Date.now() + 86_400_000).toISOString(),
    }),
  );
  return created.body.id;
}

async function fill(
  organizer: Person,
  fairId: string,
  booths: readonly (readonly [Employer, readonly string[]])[],
): Promise<void> {
  const path = `/api/v1/fairs/${fairId}`;
  await expectOk(organizer.post(`${path}/transitions`, { to: 'registration_open' }));
  for (const [{ person, companyId }, jobPostingIds] of booths) {
    const booth = await expectOk(person.post<{ id: string }>(`${path}/booths`, { companyId }));
    const boothPath = `${path}/booths/${booth.body.id}`;
    await expectOk(organizer.post(`${boothPath}/transitions`, { to: 'approved' }));
    await expectOk(person.request('PUT', `${boothPath}/job-postings`, { jobPostingIds }));
  }
  // Its hours have come, so it is live as soon as its booths stand.
  await expectOk(organizer.post(`${path}/transitions`, { to: 'booths_frozen' }));
}

async function apply(person: Person, jobPostingId: string, fairId?: string): Promise<string> {
  const answer = await expectOk(
    person.post<{ id: string }>('/api/v1/applications', {
      jobPostingId,
      ...(fairId === undefined ? {} : { fairId }),
      answers: {},
      consent: true,
    }),
  );
  return answer.body.id;
}

async function takeApplications(
  { app, openings, spring, autumn }: Pick<SmallSeason, 'app' | 'openings' | 'spring' | 'autumn'>,
  [one, two, three]: readonly [Person, Person, Person],
): Promise<void> {
  const ids = [
    await apply(one, openings[0], spring),
    await apply(two, openings[0], spring),
    await apply(two, openings[1], spring),
    await apply(one, openings[2], autumn),
    await apply(three, openings[1]),
  ];
  // The second can never be handled; the third is not worked on.
  await app.database.query('UPDATE outbox SET failures = 3 WHERE $1 = ANY(entity_ids)', [ids[1]]);
  const held = await app.database.query<{ consumer: string }>(
    'DELETE FROM outbox WHERE $1 = ANY(entity_ids) RETURNING consumer',
    [ids[2]],
  );
  if (held.length === 0) throw new Error('Nothing was to be done for the third application');
  app.app.get(OutboxModule).startWorking();
  await app.settled();
}
