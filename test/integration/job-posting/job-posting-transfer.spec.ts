import { parse } from 'csv-parse/sync';
import { Reconciler } from '../../../src/platform/counters/reconciler.js';
import { makeOperator } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { file, line, shapes, upload } from './posting-file.js';
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

async function reconciled(): Promise<unknown[]> {
  const differences = await app.app.get(Reconciler).reconcile();
  return differences.filter(({ metric }) => metric.endsWith('.open'));
}

describe('an import of postings by a company', () => {
  it('is for its own postings, which then wait for review', async () => {
    const report = await upload(
      employer.person,
      file(line(employer, '1'), line(rival, '1'), line({ ...rival, creditCode: 'unknown' }, '2')),
    );
    expect(shapes(report)).toEqual([
      '4 credit_code job-posting.company-unknown',
      '6 credit_code job-posting.company-unknown',
    ]);
    const rows = await app.database.query('SELECT status, published_at FROM job_posting');
    expect(rows).toEqual([{ status: 'in_review', published_at: null }]);
    expect(await openFigures(app, employer.companyId)).toEqual([0, 0]);
  });

  it('sends changed content of what is published to review, but not a changed headcount', async () => {
    await upload(operator, file(line(employer, '1'), line(employer, '2'), line(employer, '3')));
    const changed = file(
      line(employer, '1', { headcount: '5' }),
      line(employer, '2', { duties: '照料儿童' }),
      line(employer, '3'),
    );
    expect(await upload(employer.person, changed)).toMatchObject({ updated: 2, unchanged: 1 });
    const rows = await app.database.query('SELECT status FROM job_posting ORDER BY reference');
    expect(rows.map(({ status }) => String(status))).toEqual([
      'published',
      'in_review',
      'published',
    ]);
    expect(await openFigures(app, employer.companyId)).toEqual([2, 8]);
    expect(await reconciled()).toEqual([]);
  });
});

describe('a broken upload', () => {
  it('changes nothing', async () => {
    const content = `${file(line(employer, '1'))}"open`;
    const answer = await operator.upload('/api/v1/job-posting-imports', content);
    expect(answer).toMatchObject({ status: 422, body: { code: 'csv.quote-open' } });
    const boundary = 'cut';
    const body = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${file(line(employer, '1'))}`;
    const cut = await fetch(`${app.url}/api/v1/job-posting-imports`, {
      method: 'POST',
      headers: {
        cookie: operator.cookie,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body,
    });
    expect(cut.status).toBeGreaterThanOrEqual(400);
    expect(cut.status).toBeLessThan(500);
    expect(await app.database.query('SELECT FROM job_posting')).toEqual([]);
    expect(await app.database.query('SELECT FROM csv_import_item')).toEqual([]);
  });
});

describe('an export of postings', () => {
  it('holds the own postings, or all for a reviewer, and can be imported again', async () => {
    await upload(operator, file(line(employer, '1', { title: '=1+1' }), line(rival, '1')));
    const own = await employer.person.get<string>('/api/v1/job-posting-exports');
    const ownRows: Record<string, string>[] = parse(own.body as unknown as string, {
      bom: true,
      columns: true,
    });
    expect(ownRows).toMatchObject([{ reference: '1', title: "'=1+1", pay_max: '8000.50' }]);
    const all = await operator.get<string>('/api/v1/job-posting-exports');
    const again = await upload(operator, all.body as unknown as string);
    expect(again).toMatchObject({ rows: 2, unchanged: 2, rejected: 0 });
    const somebody = await app.person();
    expect((await somebody.get('/api/v1/job-posting-exports')).status).toBe(403);
  });
});
