import { JobPostingClosingService } from '../../../src/modules/job-posting/job-posting-closing.service.js';
import { JobPostingService } from '../../../src/modules/job-posting/index.js';
import { makeOperator } from '../../support/organizations.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import {
  inDays,
  newPosting,
  openFigures,
  publishedPosting,
  verifiedEmployer,
} from './posting-stage.js';
import type { Employer } from './posting-stage.js';

interface Posting {
  id: string;
  status: string;
  version: number;
  publishedAt: string | null;
  questions: { acceptableAnswers: string[] | null }[];
  code: string;
}

let app: TestApp;
let employer: Employer;
let rival: Employer;
let reviewer: Person;
let visitor: Person;

beforeAll(async () => {
  app = await startTestApp();
  employer = await verifiedEmployer(app, 0);
  rival = await verifiedEmployer(app, 1);
  reviewer = await app.person('审核员');
  await makeOperator(app, reviewer);
  visitor = Person.visitor(app.url);
});

afterAll(() => app.stop());

const paths = { list: '/api/v1/job-postings', one: (id: string) => `/api/v1/job-postings/${id}` };

async function move(person: Person, id: string, to: string, reason?: string) {
  return person.post<Posting>(`${paths.one(id)}/transitions`, {
    to,
    ...(reason ? { reason } : {}),
  });
}

async function patch(person: Person, id: string, changes: object) {
  const { body } = await person.get<Posting>(paths.one(id));
  return person.request<Posting>('PATCH', paths.one(id), changes, {
    'if-match': `"${body.version}"`,
  });
}

describe('a posting', () => {
  let id: string;

  it('is written by its own, verified company only', async () => {
    const own = await employer.person.post<Posting>(paths.list, {
      ...newPosting(employer.companyId),
      title: ' \t护理员\u3000',
    });
    expect(own).toMatchObject({
      status: 201,
      body: { status: 'draft', version: 1, title: '护理员' },
    });
    id = own.body.id;
    const forOthers = await employer.person.post(paths.list, newPosting(rival.companyId));
    expect(forOthers).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'companyId', code: 'job-posting.company-unknown' }] },
    });
    const twice = await employer.person.post(paths.list, newPosting(employer.companyId));
    expect(twice).toMatchObject({ status: 409, body: { code: 'job-posting.reference-taken' } });
    await app.database.query(`UPDATE company SET status = 'due_reverify' WHERE id = $1`, [
      rival.companyId,
    ]);
    const unverified = await rival.person.post(paths.list, newPosting(rival.companyId));
    expect(unverified).toMatchObject({ status: 409, body: { code: 'company.not-verified' } });
    await app.database.query(`UPDATE company SET status = 'verified' WHERE id = $1`, [
      rival.companyId,
    ]);
  });

  it.each([
    [{ payMin: 0 }, 'payMin field.range'],
    [{ payMin: '面议' }, 'payMin field.range'],
    [{ payMax: 1 }, 'payMax job-posting.pay-reversed'],
    [{ headcount: 10_000 }, 'headcount field.range'],
    [{ validThrough: inDays(181) }, 'validThrough job-posting.validity-too-long'],
    [{ validThrough: inDays(-1) }, 'validThrough job-posting.validity-past'],
    [{ occupationCode: '9-99' }, 'occupationCode job-posting.occupation-unknown'],
    [
      { questions: [{ id: 'a', text: '?', kind: 'choice', required: true }] },
      'questions.0.choices job-posting.question-choices',
    ],
    [{ questions: [{ id: 'a', text: '' }] }, 'questions.0.text field.length'],
    [{ questions: 'none' }, 'questions field.invalid'],
    [{ salary: 1 }, 'salary field.unknown'],
  ])('refuses %j', async (change, fault) => {
    const body = { ...newPosting(employer.companyId, 'bad'), ...change };
    const answer = await employer.person.post<{ errors: { field: string; code: string }[] }>(
      paths.list,
      body,
    );
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field, code }) => `${field} ${code}`)).toContain(fault);
  });

  it('is seen by its company and reviewers until it is published', async () => {
    for (const reader of [visitor, rival.person]) {
      expect((await reader.get(paths.one(id))).status).toBe(404);
      expect((await move(reader, id, 'in_review')).status).not.toBe(200);
    }
    expect((await reviewer.get(paths.one(id))).status).toBe(200);
    expect((await visitor.get(paths.list)).body.items).toEqual([]);
  });

  it('goes through review to publication and is counted from then on', async () => {
    expect((await move(employer.person, id, 'published')).body.code).toBe(
      'job-posting.step-refused',
    );
    expect((await move(employer.person, id, 'in_review')).status).toBe(200);
    expect((await move(employer.person, id, 'approved')).body.code).toBe('permission.denied');
    const silent = await move(reviewer, id, 'rejected');
    expect(silent).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
    await move(reviewer, id, 'rejected', '职责不清');
    expect((await employer.person.get(paths.one(id))).body.statusReason).toBe('职责不清');
    await move(employer.person, id, 'in_review');
    await move(reviewer, id, 'approved');
    expect(await openFigures(app, employer.companyId)).toEqual([0, 0]);
    const shown = await move(employer.person, id, 'published');
    expect(shown.body).toMatchObject({ status: 'published' });
    expect(shown.body.publishedAt).not.toBeNull();
    expect(await openFigures(app, employer.companyId)).toEqual([1, 3]);
  });

  it('is shown to everybody without the answers that are wanted', async () => {
    const open = await visitor.get<Posting>(paths.one(id));
    expect(open.body).toMatchObject({ questions: [{ acceptableAnswers: null }] });
    const inside = await employer.person.get<Posting>(paths.one(id));
    expect(inside.body).toMatchObject({ questions: [{ acceptableAnswers: ['yes'] }] });
    for (const filter of [
      'query=护理',
      'regionCode=310000',
      'occupationCode=4',
      `companyId=${employer.companyId}`,
    ]) {
      const { body } = await visitor.get<{ items: Posting[] }>(`${paths.list}?${filter}`);
      expect([filter, ...body.items.map((item) => item.id)]).toEqual([filter, id]);
    }
    for (const filter of [
      'query=工程师',
      'regionCode=320000',
      'occupationCode=2',
      'employmentType=gig',
    ]) {
      expect((await visitor.get(`${paths.list}?${filter}`)).body.items).toEqual([]);
    }
  });

  it('counts a changed headcount at once and stays published', async () => {
    expect((await patch(employer.person, id, { headcount: 5 })).body.status).toBe('published');
    expect(await openFigures(app, employer.companyId)).toEqual([1, 5]);
  });

  it('is reviewed again when its content changes', async () => {
    expect((await patch(employer.person, id, { payMin: 500_000 })).body.status).toBe('in_review');
    expect(await openFigures(app, employer.companyId)).toEqual([0, 0]);
    expect((await visitor.get(paths.one(id))).status).toBe(404);
    await move(reviewer, id, 'approved');
    await move(reviewer, id, 'published');
    expect(await openFigures(app, employer.companyId)).toEqual([1, 5]);
  });

  it('is edited only on its newest version', async () => {
    const stale = await employer.person.request(
      'PATCH',
      paths.one(id),
      { headcount: 1 },
      { 'if-match': '"1"' },
    );
    expect(stale).toMatchObject({ status: 412, body: { code: 'resource.changed' } });
  });

  it('is closed from the very moment that its validity ends', async () => {
    const jobPostings = app.app.get(JobPostingService);
    expect(await jobPostings.forIntake([id])).toMatchObject([
      { id, companyId: employer.companyId, isOpen: true, questions: [{ id: 'night' }] },
    ]);
    await app.database.query(
      `UPDATE job_posting SET valid_through = now() - interval '1 second' WHERE id = $1`,
      [id],
    );
    expect(await jobPostings.forIntake([id])).toMatchObject([{ isOpen: false }]);
    expect((await visitor.get(paths.one(id))).status).toBe(404);
    expect((await employer.person.get<Posting>(paths.one(id))).body.status).toBe('expired');
    const expired = await employer.person.get<{ items: Posting[] }>(
      `${paths.list}?scope=mine&status=expired`,
    );
    expect(expired.body.items.map((item) => item.id)).toEqual([id]);
    await app.app.get(JobPostingClosingService).expireDue();
    const [row] = await app.database.query('SELECT status FROM job_posting WHERE id = $1', [id]);
    expect(row).toEqual({ status: 'expired' });
    expect(await openFigures(app, employer.companyId)).toEqual([0, 0]);
  });

  it('comes back after a renewal and a new review', async () => {
    const renewed = await patch(employer.person, id, { validThrough: inDays(60) });
    expect(renewed.body.status).toBe('in_review');
    await move(reviewer, id, 'approved');
    expect((await move(employer.person, id, 'published')).body.status).toBe('published');
  });

  it('is paused with its company and may go on after the next verification', async () => {
    await reviewer.post(`/api/v1/companies/${employer.companyId}/transitions`, {
      to: 'suspended',
      reason: '投诉核查',
    });
    await app.settled();
    expect((await employer.person.get<Posting>(paths.one(id))).body.status).toBe('paused');
    expect(await openFigures(app, employer.companyId)).toEqual([0, 0]);
    const early = await move(employer.person, id, 'published');
    expect(early.body.code).toBe('company.not-verified');
    await reviewer.post(`/api/v1/companies/${employer.companyId}/transitions`, { to: 'verified' });
    expect((await move(employer.person, id, 'published')).body.status).toBe('published');
    expect(await openFigures(app, employer.companyId)).toEqual([1, 5]);
  });

  it('ends by the company or by a reviewer, and is never edited again', async () => {
    expect((await move(reviewer, id, 'taken_down')).status).toBe(422);
    expect((await move(reviewer, id, 'taken_down', '虚假薪酬')).body.status).toBe('taken_down');
    const edit = await patch(employer.person, id, { headcount: 1 });
    expect(edit).toMatchObject({ status: 409, body: { code: 'job-posting.not-editable' } });
    expect((await move(employer.person, id, 'archived')).status).toBe(403);
    expect((await move(reviewer, id, 'archived')).body.status).toBe('archived');
    const filled = await publishedPosting(reviewer, employer, 'A-2');
    expect((await move(employer.person, filled, 'filled')).status).toBe(200);
    expect((await move(employer.person, filled, 'archived')).status).toBe(200);
  });
});
