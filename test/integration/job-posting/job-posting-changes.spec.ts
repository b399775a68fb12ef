import { Reconciler } from '../../../src/platform/counters/reconciler.js';
import { makeOperator } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { publishedPosting, verifiedEmployer } from './posting-stage.js';
import type { Employer } from './posting-stage.js';

let app: TestApp;
let employer: Employer;
let reviewer: Person;

beforeAll(async () => {
  app = await startTestApp();
  employer = await verifiedEmployer(app);
  reviewer = await app.person('审核员');
  await makeOperator(app, reviewer);
});

afterAll(() => app.stop());

const path = (id: string): string => `/api/v1/job-postings/${id}`;

async function move(person: Person, id: string, to: string, reason?: string) {
  return person.post(`${path(id)}/transitions`, { to, ...(reason ? { reason } : {}) });
}

async function setHeadcount(id: string, headcount: number) {
  const { body } = await employer.person.get(path(id));
  return employer.person.request(
    'PATCH',
    path(id),
    { headcount },
    { 'if-match': `"${Number(body.version)}"` },
  );
}

describe('many changes at once', () => {
  it('leave counters that a recount confirms', async () => {
    const ids = await Promise.all(
      ['B-1', 'B-2', 'B-3'].map((number) => publishedPosting(reviewer, employer, number)),
    );
    await Promise.all([
      ...ids.map((id) => move(employer.person, id, 'paused')),
      ...ids.map((id) => move(reviewer, id, 'taken_down', '核查')),
      ...ids.map((id) => setHeadcount(id, 7)),
    ]);
    const differences = await app.app.get(Reconciler).reconcile();
    expect(differences.filter(({ metric }) => metric.endsWith('.open'))).toEqual([]);
  });

  it('of one posting are taken one after the other', async () => {
    const id = await publishedPosting(reviewer, employer, 'B-4');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => move(employer.person, id, 'filled')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });
});

describe('the database', () => {
  it.each([
    [`pay_max = pay_min - 1`],
    [`pay_min = 0`],
    [`headcount = 0`],
    [`questions = '{}'`],
    [`status = 'published', published_at = NULL`],
    [`status = 'gone'`],
  ])('refuses %s', async (change) => {
    const update = app.database.query(`UPDATE job_posting SET ${change}`);
    await expect(update).rejects.toMatchObject({ code: '23514' });
  });
});
