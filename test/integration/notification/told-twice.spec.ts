import { NoticeRepository } from '../../../src/modules/notification/notice.repository.js';
import { Database } from '../../../src/platform/database/database.js';
import { publishOpening, registerEmployer } from '../../support/employer.js';
import { makeOperator } from '../../support/organizations.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

let app: TestApp;
let applicationId: string;

beforeAll(async () => {
  app = await startTestApp();
  const operator = await app.person('平台');
  await makeOperator(app, operator);
  const employer = await registerEmployer(app, operator);
  const jobPostingId = await publishOpening(employer, operator, { title: '会计', headcount: 2 });
  const applicant = await app.person();
  const answer = await applicant.post<{ id: string }>('/api/v1/applications', {
    jobPostingId,
    answers: {},
    consent: true,
  });
  applicationId = answer.body.id;
  await app.settled();
});
beforeEach(() => app.database.query('DELETE FROM notice'));
afterAll(() => app.stop());

const tell = (times: number, meanwhile: () => unknown = () => undefined) =>
  app.app.get(Database).transaction(async (transaction) => {
    const ids = Array.from({ length: times }, () => applicationId);
    await app.app.get(NoticeRepository).tellProcessed(transaction, ids);
    await meanwhile();
  });
const notices = async () =>
  (await app.database.query('SELECT id FROM notice WHERE subject_id = $1', [applicationId])).length;

describe('an application that is told of as processed', () => {
  it('twice in one slice has one notice', async () => {
    await tell(2);
    expect(await notices()).toBe(1);
  });

  it('in two slices at once has one notice, and the later slice can be tried again', async () => {
    let later: Promise<void> = Promise.resolve();
    await tell(1, async () => {
      later = tell(1);
      later.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await expect(later).rejects.toMatchObject({ code: '23505' });
    await tell(1);
    expect(await notices()).toBe(1);
  });

  it('late has a notice at the time at which it was processed', async () => {
    await app.database.query(
      `UPDATE application SET processed_at = created_at + interval '2 hours' WHERE id = $1`,
      [applicationId],
    );
    await tell(1);
    await tell(1);
    const late = await app.database.query(
      `SELECT FROM notice JOIN application ON application.id = subject_id
       WHERE abs(extract(epoch FROM uuid_extract_timestamp(notice.id) - processed_at)) < 0.002`,
    );
    expect(late).toHaveLength(1);
    expect(await notices()).toBe(1);
  });
});
