import { newId } from '../../../src/platform/ids/new-id.js';
import { Reconciler } from '../../../src/platform/counters/reconciler.js';
import { OutboxModule } from '../../../src/platform/outbox/outbox.module.js';
import { makeOrganizer } from '../../support/organizations.js';
import { openFair } from '../../support/open-fair.js';
import type { OpenFair } from '../../support/open-fair.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

interface Receipt extends Record<string, unknown> {
  id: string;
}

describe('applying', () => {
  let app: TestApp;
  let fair: OpenFair;
  beforeAll(async () => {
    app = await startTestApp();
    fair = await openFair(app);
  }, 60_000);
  afterAll(() => app?.stop());

  function submission(opening = 0, more: object = {}): object {
    const jobPostingId = fair.openings[opening]?.jobPostingId;
    return { jobPostingId, fairId: fair.fairId, answers: {}, consent: true, ...more };
  }

  it('gives a receipt, and the very same one for every repeat', async () => {
    const person = await app.person();
    const first = await person.post<Receipt>('/api/v1/applications', submission());
    expect(first.status).toBe(201);
    const repeats = await Promise.all(
      Array.from({ length: 20 }, () => person.post<Receipt>('/api/v1/applications', submission())),
    );
    expect(repeats.map((repeat) => repeat.status)).toEqual(Array(20).fill(200));
    for (const repeat of repeats) expect(repeat.body).toEqual(first.body);
  });

  it('makes one row of the same application sent by many at once', async () => {
    const person = await app.person();
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => person.post<Receipt>('/api/v1/applications', submission(1))),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const rows = await app.database.query('SELECT id FROM application WHERE applicant_id = $1', [
      person.userId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('takes those who apply for the first time together with one who repeats', async () => {
    const repeating = await app.person();
    const known = await repeating.post<Receipt>('/api/v1/applications', submission());
    const people = await Promise.all(Array.from({ length: 10 }, () => app.person()));
    const [repeat, ...others] = await Promise.all(
      [repeating, ...people].map((person) =>
        person.post<Receipt>('/api/v1/applications', submission()),
      ),
    );
    expect(repeat).toMatchObject({ status: 200, body: known.body });
    expect(others.map((answer) => answer.status)).toEqual(Array(10).fill(201));
    expect(new Set(others.map((answer) => answer.body.id)).size).toBe(10);
  });

  it('is processed with a score and its reasons, and the applicant is told once', async () => {
    const person = await app.person();
    const profile = await person.request('PUT', '/api/v1/me/applicant-profile', {
      phone: '13912345678',
      education: 4,
      experienceYears: 3,
      birthDate: '1999-05-01',
      regionCode: '310115',
      occupationCodes: ['2-02'],
      skills: ['typescript', 'sql'],
      expectedPayMin: 1_200_000,
      resumeText: '三年后端经验',
    });
    expect(profile.status).toBeLessThan(300);
    const { body } = await person.post<Receipt>('/api/v1/applications', submission());
    await app.settled();
    const detail = await person.get(`/api/v1/applications/${body.id}`);
    expect(detail.body).toMatchObject({
      state: 'processed',
      eligible: true,
      score: 100,
      obstacles: [],
    });
    const notices = await person.get<{ items: unknown[] }>('/api/v1/notices');
    expect(notices.body.items).toHaveLength(1);
  });

  it('names what is wrong and changes nothing', async () => {
    const person = await app.person();
    const wrong: [object, number, string][] = [
      [submission(0, { consent: false }), 422, 'request.invalid'],
      [submission(0, { jobPostingId: newId() }), 404, 'application.posting-unknown'],
      [submission(0, { fairId: newId() }), 409, 'application.not-in-fair'],
      [submission(0, { answers: { nobody: 'asked' } }), 422, 'request.invalid'],
      [submission(0, { answers: { a: '\u0000' } }), 422, 'request.invalid'],
      [submission(0, { liveSessionId: newId() }), 422, 'application.session-unknown'],
      [submission(0, { jobPostingId: 'x' }), 422, 'request.invalid'],
    ];
    for (const [body, status, code] of wrong) {
      const answer = await person.post('/api/v1/applications', body);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    const malformed = await fetch(`${app.url}/api/v1/applications`, {
      method: 'POST',
      headers: { cookie: person.cookie, 'content-type': 'application/json' },
      body: '{"jobPostingId":',
    });
    expect(malformed.status).toBe(400);
    const mine = await person.get<{ items: unknown[] }>('/api/v1/applications');
    expect(mine.body.items).toEqual([]);
  });

  it('is refused by a closed opening, but a repeat still gets its receipt', async () => {
    const [early, late] = [await app.person(), await app.person()];
    const first = await early.post<Receipt>('/api/v1/applications', submission(2));
    await movePosting(fair, 2, 'taken_down');
    const refused = await late.post('/api/v1/applications', submission(2));
    expect(refused.body).toMatchObject({ status: 409, code: 'application.posting-closed' });
    const repeat = await early.post<Receipt>('/api/v1/applications', submission(2));
    expect([repeat.status, repeat.body]).toEqual([200, first.body]);
  });

  it('is visible to its applicant, its company and its organizer, to nobody else', async () => {
    const [person, stranger, organizer] = [
      await app.person(),
      await app.person(),
      await app.person(),
    ];
    await makeOrganizer(app, organizer);
    const { body } = await person.post<Receipt>('/api/v1/applications', submission());
    const path = `/api/v1/applications/${body.id}`;
    expect((await person.get(path)).status).toBe(200);
    expect((await stranger.get(path)).status).toBe(404);
    expect((await organizer.get(path)).status).toBe(404);
    expect((await Person.visitor(app.url).get(path)).status).toBe(401);
    const overseen = await fair.operator.get(path);
    expect(overseen.body).toMatchObject({ answers: {}, applicantName: null });
  });

  it('may be withdrawn and sent again, and only along the table', async () => {
    const person = await app.person();
    const { body } = await person.post<Receipt>('/api/v1/applications', submission());
    const step = (to: string) =>
      person.post(`/api/v1/applications/${body.id}/transitions`, { to, reason: '改主意了' });
    expect((await step('offered')).body).toMatchObject({
      code: 'application.transition-impossible',
      title: '当前状态“已投递”不能变更为“已发录用通知”',
    });
    expect((await step('withdrawn')).status).toBe(204);
    expect((await step('withdrawn')).status).toBe(204);
    const again = await person.post<Receipt>('/api/v1/applications', submission());
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(body.id);
  });

  it('is exported line by line without a formula or personal data', async () => {
    const file = await fair.operator.get<string>(
      `/api/v1/application-exports?fairId=${fair.fairId}`,
    );
    const counted = await app.database.query<{ count: number }>(
      'SELECT count(*) FROM application WHERE fair_id = $1',
      [fair.fairId],
    );
    expect(file.body.trim().split('\r\n')).toHaveLength((counted[0]?.count ?? 0) + 1);
  });

  it.each([
    ['a posting that is none', { job_posting_id: newId() }],
    ['a person that is none', { applicant_id: newId() }],
    ['a company that is not the one of the posting', { company_id: newId() }],
    ['a fair that is none', { fair_id: newId() }],
  ])('cannot name %s', async (_, wrong) => {
    const person = await app.person();
    const { body } = await person.post<Receipt>('/api/v1/applications', submission());
    const copy = app.database.query(
      `INSERT INTO application
       SELECT changed.* FROM application, jsonb_populate_record(
         application, jsonb_build_object('id', $2::uuid, 'status', 'withdrawn') || $3) AS changed
       WHERE application.id = $1`,
      [body.id, newId(), JSON.stringify(wrong)],
    );
    await expect(copy).rejects.toMatchObject({ code: '23503' });
    const change = app.database.query(
      `UPDATE application SET ${Object.keys(wrong)[0]} = $2 WHERE id = $1`,
      [body.id, newId()],
    );
    await expect(change).rejects.toMatchObject({ code: '23001' });
  });

  it.each(['job_posting', 'company', 'fair', '"user"'])(
    'keeps every %s that it may name',
    async (table) => {
      const loss = app.database.query(`DELETE FROM ${table} WHERE false`);
      await expect(loss).rejects.toMatchObject({ code: '23001' });
    },
  );

  it('leaves every counter equal to a recount', async () => {
    await app.settled();
    expect(await app.app.get(Reconciler).reconcile()).toEqual([]);
  });
});

describe('an application that cannot be processed', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ WORKERS: 'external' });
  });
  afterAll(() => app?.stop());

  it('stands in the attention list with its reason, counted, and can be run again', async () => {
    const fair = await openFair(app);
    const person = await app.person();
    const { body } = await person.post<Receipt>('/api/v1/applications', {
      jobPostingId: fair.openings[0]?.jobPostingId,
      fairId: fair.fairId,
      answers: {},
      consent: true,
    });
    await movePosting(fair, 0, 'taken_down');
    app.app.get(OutboxModule).startWorking();
    await app.settled();
    const list = await fair.operator.get<{ items: { id: string; attentionReason: string }[] }>(
      '/api/v1/applications?scope=fair&state=attention',
    );
    expect(list.body.items).toEqual([
      expect.objectContaining({ id: body.id, attentionReason: 'posting-taken-down' }),
    ]);
    expect(await app.app.get(Reconciler).reconcile()).toEqual([]);
    const retried = await fair.operator.post(`/api/v1/applications/${body.id}/retry`);
    expect(retried.status).toBe(204);
    await app.settled();
    const again = await fair.operator.post(`/api/v1/applications/${body.id}/retry`);
    expect(again.status).toBe(204);
    await app.settled();
    expect(await app.app.get(Reconciler).reconcile()).toEqual([]);
  });
});

async function movePosting(fair: OpenFair, opening: number, to: string): Promise<void> {
  const id = fair.openings[opening]?.jobPostingId;
  const answer = await fair.operator.post(`/api/v1/job-postings/${id}/transitions`, {
    to,
    reason: '虚假信息',
  });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}
