import pg from 'pg';
import { Readable } from 'node:stream';
import { JobPostingService } from '../../../src/modules/job-posting/index.js';
import { ActorReader } from '../../../src/platform/auth/actor-reader.js';
import { Reconciler } from '../../../src/platform/counters/reconciler.js';
import { makeOperator } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { newId } from '../../../src/platform/ids/new-id.js';
import { file, line, shapes, upload } from './posting-file.js';
import type { Report } from './posting-file.js';
import { openFigures, verifiedEmployer } from './posting-stage.js';
import type { Employer } from './posting-stage.js';

let app: TestApp;
let operator: Person;
let employer: Employer;
let rival: Employer;

beforeAll(async () => {
  app = await startTestApp();
  operator = await app.person('运营');
  await makeOperator(app, operator);
  employer = await verifiedEmployer(app, 0);
  rival = await verifiedEmployer(app, 1);
});

afterEach(() =>
  app.database.query('TRUNCATE job_posting, csv_import_fault, csv_import_item, counter CASCADE'),
);
afterAll(() => app.stop());

/** Waits until the import stands before a row that another transaction holds. */
async function untilWaiting({ databaseUrl }: TestApp): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (let waiting = 0; waiting === 0;) {
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) FROM pg_stat_activity
       WHERE wait_event_type = 'Lock' AND datname = current_database()`,
    );
    waiting = Number(rows[0]?.count);
  }
  await client.end();
}

async function reconciled(): Promise<unknown[]> {
  const differences = await app.app.get(Reconciler).reconcile();
  return differences.filter(({ metric }) => metric.endsWith('.open'));
}

describe('an import of postings by a reviewer', () => {
  it('publishes good lines of many companies and tells bad ones', async () => {
    const report = await upload(
      operator,
      file(
        line(employer, '1'),
        line(employer, '2', { pay_min: '面议' }),
        line(rival, '1', { headcount: '4' }),
        line(employer, '1', { title: '护工' }),
        line(employer, '3', { pay_max: '5000', occupation_code: '9-99' }),
        line({ ...employer, creditCode: '92310115MA1000029X' }, '1'),
      ),
    );
    expect(report).toMatchObject({ rows: 6, created: 2, updated: 0, unchanged: 0, rejected: 4 });
    // Each line holds a line break in a cell, so records start on every second line.
    expect(shapes(report)).toEqual([
      '4 pay_min job-posting.pay-negotiable',
      '8 reference csv.line-repeated',
      '10 occupation_code job-posting.occupation-unknown',
      '10 pay_max job-posting.pay-reversed',
      '12 credit_code job-posting.company-unknown',
    ]);
    expect(await openFigures(app, employer.companyId)).toEqual([1, 3]);
    expect(await openFigures(app, rival.companyId)).toEqual([1, 4]);
    const { body } = await rival.person.get<{ items: object[] }>('/api/v1/job-postings');
    expect(body.items).toMatchObject([
      { status: 'published', payMin: 600_000, payMax: 800_050 },
      { status: 'published', companyName: '上海第0有限公司', minimumExperienceYears: 1 },
    ]);
  });

  it('changes nothing when it is sent again', async () => {
    const content = file(line(employer, '1'), line(rival, '1'));
    await upload(operator, content);
    const before = await app.database.query('SELECT * FROM job_posting ORDER BY id');
    expect(await upload(operator, content)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 2,
      rejected: 0,
    });
    expect(await app.database.query('SELECT * FROM job_posting ORDER BY id')).toEqual(before);
    expect(await openFigures(app, employer.companyId)).toEqual([1, 3]);
  });

  it('counts and tells what it changes', async () => {
    await upload(operator, file(line(employer, '1'), line(employer, '2'), line(employer, '3')));
    await app.database.query(
      `UPDATE job_posting SET status = 'expired', content_hash = NULL WHERE reference = '2'`,
    );
    await app.database.query(
      `UPDATE job_posting SET status = 'paused', content_hash = NULL WHERE reference = '3'`,
    );
    await app.database.query(
      `UPDATE counter SET value = CASE metric WHEN 'postings.open' THEN 1 ELSE 3 END`,
    );
    const changed = file(
      line(employer, '1', { headcount: '10' }),
      line(employer, '2'),
      line(employer, '3'),
    );
    expect(await upload(operator, changed)).toMatchObject({ updated: 3 });
    const rows = await app.database.query('SELECT status FROM job_posting ORDER BY reference');
    expect(rows.map(({ status }) => String(status))).toEqual(['published', 'published', 'paused']);
    expect(await openFigures(app, employer.companyId)).toEqual([2, 13]);
    expect(await reconciled()).toEqual([]);
  });

  it('brings nothing back that was closed for good', async () => {
    await upload(operator, file(line(employer, '1')));
    await app.database.query(`UPDATE job_posting SET status = 'taken_down'`);
    await app.database.query('DELETE FROM counter');
    expect(await upload(operator, file(line(employer, '1')))).toMatchObject({ unchanged: 1 });
    const report = await upload(operator, file(line(employer, '1', { headcount: '9' })));
    expect(shapes(report)).toEqual(['2 reference job-posting.closed-for-good']);
  });

  it('posts for no company that is not verified', async () => {
    await app.database.query(
      `UPDATE company SET reverify_by = now() - interval '1 day',
      verified_at = now() - interval '7 months' WHERE id = $1`,
      [rival.companyId],
    );
    const report = await upload(operator, file(line(rival, '1'), line(employer, '1')));
    expect(shapes(report)).toEqual(['2 credit_code job-posting.company-not-verified']);
    await app.database.query(
      `UPDATE company SET reverify_by = now() + interval '1 day' WHERE id = $1`,
      [rival.companyId],
    );
  });

  it('keeps the list of what it holds for the module that asked', async () => {
    const cookie = operator.cookie;
    const actor = await app.app.get(ActorReader).read(cookie);
    if (!actor) throw new Error('The operator is signed in');
    const jobPostings = app.app.get(JobPostingService);
    const content = file(line(employer, '1'), line(rival, '1'), line(rival, '2', { title: '' }));
    const importOnce = () =>
      jobPostings.importFile(actor, {
        stream: Readable.from([Buffer.from(content)]),
        filename: 'x',
      });
    for (const report of [await importOnce(), await importOnce()]) {
      const items = await app.database.query<{ company_id: string }>(
        'SELECT * FROM reporting.job_posting_import_item WHERE import_id = $1',
        [report.importId],
      );
      expect(items.map((item) => item.company_id).sort()).toEqual(
        [employer.companyId, rival.companyId].sort(),
      );
    }
  });

  it('takes two files about the same postings at the same time', async () => {
    const lines = Array.from({ length: 300 }, (_, index) => line(employer, `${index}`));
    const reports = await Promise.all([
      upload(operator, file(...lines)),
      upload(operator, file(...lines.toReversed())),
    ]);
    expect(reports.map(({ rejected }) => rejected)).toEqual([0, 0]);
    expect(reports.map(({ created }) => created).sort((one, other) => one - other)).toEqual([
      0, 300,
    ]);
    expect(await openFigures(app, employer.companyId)).toEqual([300, 900]);
  });

  it('rejects the line of a posting that somebody writes at that very moment', async () => {
    const [first, second] = [line(employer, '1'), line(employer, '2')];
    let running: Promise<Report> | undefined;
    await app.database.transaction(async (transaction) => {
      await transaction.query(
        `INSERT INTO job_posting (id, company_id, reference, title, occupation_code, headcount,
           employment_type, duties, requirements, region_code, address, pay_min, pay_max,
           pay_currency, pay_period, working_time, minimum_education, minimum_experience_years,
           contact_route, valid_through, status)
         VALUES ($1, $2, '1', '护工', '4-14', 1, 'gig', 'x', 'x', '310115', 'x', 1, 1, 'CNY',
                 'hour', 'x', 0, 0, 'x', now() + interval '1 day', 'draft')`,
        [newId(), employer.companyId],
      );
      running = upload(operator, file(first, second));
      await untilWaiting(app);
    });
    const report = await running;
    expect(report).toMatchObject({ created: 1, rejected: 1 });
    expect(report && shapes(report)).toEqual(['2 reference job-posting.reference-taken']);
    expect(await openFigures(app, employer.companyId)).toEqual([1, 3]);
  });

  it('answers a third import at once that two are running', async () => {
    const slow = file(...Array.from({ length: 4_000 }, (_, index) => line(employer, `${index}`)));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => operator.upload('/api/v1/job-posting-imports', slow)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(2);
    for (const { status, headers } of answers) {
      expect([200, 503]).toContain(status);
      if (status === 503) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(await openFigures(app, employer.companyId)).toEqual([4_000, 12_000]);
  });
});
