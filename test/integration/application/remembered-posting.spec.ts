import { openFair } from '../../support/open-fair.js';
import type { OpenFair } from '../../support/open-fair.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

/** The intake remembers postings between batches; another process may have changed them meanwhile. */
describe('an opening that took applications before', () => {
  let app: TestApp;
  let fair: OpenFair;
  beforeAll(async () => {
    app = await startTestApp();
    fair = await openFair(app, { companies: 3, postingsEach: 2 });
  }, 60_000);
  afterAll(() => app?.stop());

  const opening = (index: number) => fair.openings[index]?.jobPostingId ?? '';

  async function apply(index: number, answers: Record<string, string> = {}) {
    const person = await app.person();
    const body = { jobPostingId: opening(index), fairId: fair.fairId, answers, consent: true };
    const answer = await person.post<Record<string, unknown>>('/api/v1/applications', body);
    return { status: answer.status, body: answer.body, person };
  }

  async function change(sql: string, values: unknown[]): Promise<void> {
    await app.database.query(sql, values);
  }

  async function expectTaken(index: number): Promise<void> {
    expect((await apply(index)).status).toBe(201);
    expect((await apply(index)).status).toBe(201);
  }

  it('asks the questions that it asks now', async () => {
    await expectTaken(0);
    await change(
      `UPDATE job_posting SET version = version + 1, questions =
         '[{"id": "shift", "text": "能接受轮班吗？", "kind": "yes_no", "required": true, "choices": [], "acceptableAnswers": ["yes"]}]'
       WHERE id = $1`,
      [opening(0)],
    );
    const unanswered = await apply(0);
    expect([unanswered.status, unanswered.body['code']]).toEqual([422, 'request.invalid']);
    expect((await apply(0, { shift: 'yes' })).status).toBe(201);
  });

  it('takes none after its last day', async () => {
    await expectTaken(1);
    await change(`UPDATE job_posting SET valid_through = now() - interval '1 s' WHERE id = $1`, [
      opening(1),
    ]);
    expect((await apply(1)).body['code']).toBe('application.posting-closed');
  });

  it('takes none after it left its booth, or the booth the fair', async () => {
    await expectTaken(2);
    await change('DELETE FROM booth_posting WHERE job_posting_id = $1', [opening(2)]);
    expect((await apply(2)).body['code']).toBe('application.not-in-fair');

    await expectTaken(4);
    await change(
      `UPDATE booth SET status = 'rejected' WHERE id IN (
         SELECT booth_id FROM booth_posting WHERE job_posting_id = $1)`,
      [opening(4)],
    );
    expect((await apply(4)).body['code']).toBe('application.not-in-fair');
  });

  it('is named by its id, however that is written', async () => {
    const { person, body } = await apply(3);
    const again = await person.post('/api/v1/applications', {
      jobPostingId: opening(3).toUpperCase(),
      fairId: fair.fairId.toUpperCase(),
      answers: {},
      consent: true,
    });
    expect([again.status, again.body]).toEqual([200, body]);
  });

  it('takes none after the fair has closed', async () => {
    await expectTaken(3);
    await change(
      `UPDATE fair SET opens_at = now() - interval '2 h', closes_at = now() - interval '1 s' WHERE id = $1`,
      [fair.fairId],
    );
    expect((await apply(3)).body['code']).toBe('application.fair-closed');
  });
});
