import { creditCodeWithChecksum } from '../../../src/platform/codes/credit-code.js';
import { publishOpening, registerEmployer } from '../../support/employer.js';
import { makeOperator } from '../../support/organizations.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import {
  applyForBooth,
  counted,
  differences,
  fairAt,
  move,
  organizer,
  show,
} from './fair-stage.js';
import type { BoothBody, Listed } from './fair-stage.js';

const header =
  'credit_code,reference,title,occupation_code,headcount,employment_type,duties,requirements,region_code,address,pay_min,pay_max,pay_currency,pay_period,working_time,valid_through,contact_route';

interface Filling {
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  enteredCompanies: number;
  enteredJobPostings: number;
}

let app: TestApp;
let operator: Person;
let zhou: Person;

beforeAll(async () => {
  app = await startTestApp();
  operator = await app.person('运营');
  await makeOperator(app, operator);
  zhou = await organizer(app);
});
afterAll(() => app.stop());

async function creditCodeOf(companyId: string): Promise<string> {
  const [row] = await app.database.query<{ code: string }>(
    'SELECT credit_code AS code FROM company WHERE id = $1',
    [companyId],
  );
  return row?.code ?? '';
}

function file(...lines: { code: string; reference: string; headcount?: number }[]): string {
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  return [
    header,
    ...lines.map(
      ({ code, reference, headcount = 2 }) =>
        `${code},${reference},装配工,6-20,${headcount},full_time,装配,细心,310115,张江路1号,6000,8000,CNY,month,两班,${until},站内`,
    ),
  ].join('\n');
}

const fill = (person: Person, fairId: string, content: string) =>
  person.upload<Filling>(`/api/v1/fairs/${fairId}/job-posting-imports`, content);

describe('filling a fair from a file', () => {
  it('opens booths for the companies and shows their openings; the same file again adds nothing', async () => {
    const codes = await Promise.all(
      [await registerEmployer(app, operator), await registerEmployer(app, operator)].map(
        ({ companyId }) => creditCodeOf(companyId),
      ),
    );
    const fairId = await fairAt(zhou, ['registration_open']);
    const content = file(
      { code: codes[0] ?? '', reference: 'A1' },
      { code: codes[0] ?? '', reference: 'A2', headcount: 5 },
      { code: codes[1] ?? '', reference: 'B1' },
      { code: '913100000000000000', reference: 'C1' },
    );
    const first = await fill(zhou, fairId, content);
    expect(first).toMatchObject({
      status: 200,
      body: { created: 3, rejected: 1, enteredCompanies: 2, enteredJobPostings: 3 },
    });
    const figures = { companies: 2, postings: 3, headcount: 9 };
    expect(await counted(app, `fair:${fairId}`)).toEqual(figures);
    const again = await fill(zhou, fairId, content);
    expect(again.body).toMatchObject({
      unchanged: 3,
      enteredCompanies: 0,
      enteredJobPostings: 0,
    });
    expect(await counted(app, `fair:${fairId}`)).toEqual(figures);
    const changed = file({ code: codes[0] ?? '', reference: 'A2', headcount: 8 });
    expect((await fill(zhou, fairId, changed)).body).toMatchObject({ updated: 1 });
    expect(await counted(app, `fair:${fairId}`)).toEqual({ ...figures, headcount: 12 });
    expect(await differences(app)).toEqual([]);
  });

  it('opens booths for companies that are new to the platform', async () => {
    const codes = [1, 2, 3].map((n) => creditCodeWithChecksum(`91310115MA1F0000${n}`));
    const companies = [
      'credit_code,legal_name,unit_type,industry_code,region_code,address,contact_name,contact_phone',
      ...codes.map(
        (code) => `${code},上海新来的${code.slice(-3)}公司,private,I,310115,张江路,王,021-5000000`,
      ),
    ].join('\n');
    const fairId = await fairAt(zhou, ['registration_open']);
    const upload = () => zhou.upload<Filling>(`/api/v1/fairs/${fairId}/company-imports`, companies);
    const created = {
      status: 200,
      body: { created: 3, enteredCompanies: 3, enteredJobPostings: 0 },
    };
    expect(await upload()).toMatchObject(created);
    expect((await upload()).body).toMatchObject({ unchanged: 3, enteredCompanies: 0 });
    expect(await counted(app, `fair:${fairId}`)).toEqual({ companies: 3 });
    const next = await fairAt(zhou, ['registration_open']);
    const again = await zhou.upload<Filling>(`/api/v1/fairs/${next}/company-imports`, companies);
    expect(again.body).toMatchObject({ unchanged: 3, enteredCompanies: 3 });
    expect(await differences(app)).toEqual([]);
  });

  it('takes in a company that had applied, with what it had chosen', async () => {
    const employer = await registerEmployer(app, operator);
    const chosen = await publishOpening(employer, operator, { title: '木工', headcount: 3 });
    const fairId = await fairAt(zhou, ['registration_open']);
    const boothId = await applyForBooth(employer, fairId);
    await show(employer, fairId, boothId, [chosen]);
    const code = await creditCodeOf(employer.companyId);
    const filled = await fill(zhou, fairId, file({ code, reference: 'D1' }));
    expect(filled.body).toMatchObject({ enteredCompanies: 1, enteredJobPostings: 2 });
    const { body } = await zhou.get<Listed<BoothBody>>(`/api/v1/fairs/${fairId}/booths`);
    expect(body.items).toMatchObject([{ id: boothId, status: 'approved', jobPostingCount: 2 }]);
    expect(await counted(app, `fair:${fairId}`)).toEqual({
      companies: 1,
      postings: 2,
      headcount: 5,
    });
    expect(await differences(app)).toEqual([]);
  });

  it('counts each opening once when the same file comes twice at once', async () => {
    const { companyId } = await registerEmployer(app, operator);
    const code = await creditCodeOf(companyId);
    const fairId = await fairAt(zhou, ['registration_open']);
    const content = file(...Array.from({ length: 40 }, (_, n) => ({ code, reference: `E${n}` })));
    const answers = await Promise.all([fill(zhou, fairId, content), fill(zhou, fairId, content)]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    expect(answers[0].body.enteredJobPostings + answers[1].body.enteredJobPostings).toBe(40);
    expect(await counted(app, `fair:${fairId}`)).toEqual({
      companies: 1,
      postings: 40,
      headcount: 80,
    });
    expect(await differences(app)).toEqual([]);
  });

  it('is refused to others and for a fair that is over, before anything is imported', async () => {
    const { companyId, person } = await registerEmployer(app, operator);
    const content = file({ code: await creditCodeOf(companyId), reference: 'F1' });
    const fairId = await fairAt(zhou, ['registration_open']);
    expect((await fill(await organizer(app), fairId, content)).status).toBe(404);
    expect((await fill(person, fairId, content)).status).toBe(403);
    expect((await fill(Person.visitor(app.url), fairId, content)).status).toBe(401);
    await move(zhou, fairId, 'cancelled');
    expect((await fill(zhou, fairId, content)).body).toMatchObject({ code: 'fair.over' });
    const noFile = await zhou.post(`/api/v1/fairs/${fairId}/job-posting-imports`, {});
    expect(noFile.body).toMatchObject({ code: 'csv.file-missing' });
    const known = await app.database.query('SELECT FROM job_posting WHERE reference = $1', ['F1']);
    expect(known).toHaveLength(0);
  });
});
