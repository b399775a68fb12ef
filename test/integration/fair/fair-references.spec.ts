import { newId } from '../../../src/platform/ids/new-id.js';
import { publishOpening, registerEmployer } from '../../support/employer.js';
import type { Employer } from '../../support/employer.js';
import { makeOperator } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { applyForBooth, fairAt, organizer } from './fair-stage.js';

const unknownReference = { code: '23503' };
const namedByOthers = { code: '23001' };

let app: TestApp;
let operator: Person;
let employer: Employer;
let fairId: string;
let otherFairId: string;
let boothId: string;
let openingId: string;

beforeAll(async () => {
  app = await startTestApp();
  operator = await app.person('运营');
  await makeOperator(app, operator);
  const zhou = await organizer(app);
  employer = await registerEmployer(app, operator);
  fairId = await fairAt(zhou, ['registration_open']);
  otherFairId = await fairAt(zhou, ['registration_open']);
  boothId = await applyForBooth(employer, fairId);
  openingId = await publishOpening(employer, operator, { title: '装配工', headcount: 2 });
});
afterAll(() => app.stop());

const showSql = `INSERT INTO booth_posting (fair_id, booth_id, job_posting_id, takes_part)
  VALUES ($1, $2, $3, false)`;
const show = (...row: [fairId: string, boothId: string, jobPostingId: string]) =>
  app.database.query(showSql, row);
const takesPart = async () => {
  const rows = await app.database.query<{ takesPart: boolean }>(
    'SELECT takes_part AS "takesPart" FROM reporting.placement',
  );
  return rows.map((row) => row.takesPart);
};
const become = (status: string) => app.database.query('UPDATE booth SET status = $1', [status]);
const count = (...row: [jobPostingId: string, companyId: string]) =>
  app.database.query(
    'INSERT INTO season_posting (job_posting_id, company_id, fairs, headcount) VALUES ($1, $2, 0, 1)',
    row,
  );

describe('the database', () => {
  it('shows in a booth only openings of its company', async () => {
    const other = await registerEmployer(app, operator);
    const foreign = await publishOpening(other, operator, { title: '质检员', headcount: 1 });
    await expect(show(fairId, boothId, foreign)).rejects.toMatchObject(unknownReference);
    await expect(show(fairId, boothId, newId())).rejects.toMatchObject(unknownReference);
    await expect(show(fairId, newId(), openingId)).rejects.toMatchObject(unknownReference);
    await expect(show(otherFairId, boothId, openingId)).rejects.toMatchObject(unknownReference);
    await expect(count(foreign, employer.companyId)).rejects.toMatchObject(unknownReference);
    await expect(count(newId(), employer.companyId)).rejects.toMatchObject(unknownReference);
    expect(await app.database.query('SELECT FROM booth_posting')).toEqual([]);
    expect(await app.database.query('SELECT FROM season_posting')).toEqual([]);
  });

  it('keeps what a booth and the season name', async () => {
    await show(fairId, boothId, openingId);
    await count(openingId, employer.companyId);
    for (const loss of [
      'DELETE FROM booth',
      'DELETE FROM job_posting',
      'UPDATE booth SET company_id = id',
      'UPDATE booth_posting SET job_posting_id = booth_id',
      'UPDATE season_posting SET company_id = job_posting_id',
    ]) {
      await expect(app.database.query(loss)).rejects.toMatchObject(namedByOthers);
    }
  });

  it('keeps with an opening whether its booth takes part', async () => {
    expect(await takesPart()).toEqual([false]);
    await become('approved');
    expect(await takesPart()).toEqual([true]);
    await become('online');
    expect(await takesPart()).toEqual([true]);
    const second = await publishOpening(employer, operator, { title: '质检员', headcount: 1 });
    await expect(show(fairId, boothId, second)).rejects.toMatchObject(unknownReference);
    await become('rejected');
    expect(await takesPart()).toEqual([false]);
  });

  it('lets a booth change only after the opening that is being placed there', async () => {
    const third = await publishOpening(employer, operator, { title: '包装工', headcount: 1 });
    let approving: Promise<unknown> = Promise.resolve();
    await app.database.transaction(async (transaction) => {
      await transaction.query(showSql, [fairId, boothId, third]);
      approving = become('approved');
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await approving;
    expect(await takesPart()).toEqual([true, true]);
  });
});
