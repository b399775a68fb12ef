import { creditCodeWithChecksum } from '../../src/platform/codes/credit-code.js';
import { makeOperator } from './organizations.js';
import type { Person } from './person.js';
import type { TestApp } from './start-app.js';

export interface OpenFair {
  readonly fairId: string;
  readonly operator: Person;
  readonly openings: readonly { jobPostingId: string; companyId: string; title: string }[];
}

const companyHeader =
  'credit_code,legal_name,legal_name_en,unit_type,industry_code,region_code,address,introduction,contact_name,contact_phone,contact_email';
const postingHeader =
  'credit_code,reference,title,occupation_code,headcount,employment_type,duties,requirements,region_code,address,pay_min,pay_max,pay_currency,pay_period,working_time,minimum_education,minimum_experience_years,skills,valid_through,contact_route';

/** Opens a fair as an organizer does it in real life: two files and three steps. */
export async function openFair(
  app: TestApp,
  { companies = 2, postingsEach = 2 }: { companies?: number; postingsEach?: number } = {},
): Promise<OpenFair> {
  const operator = await app.person('孙主任');
  await makeOperator(app, operator);
  const fairId = await planFair(operator);
  const codes = creditCodes(companies);
  await expectStatus(200, operator.upload('/api/v1/company-imports', companyFile(codes)));
  await expectStatus(
    200,
    operator.upload(
      `/api/v1/fairs/${fairId}/job-posting-imports`,
      postingFile(codes, postingsEach),
    ),
  );
  await goLive(operator, fairId);
  const openings = await app.database.query<
    OpenFair['openings'][number] & { [key: string]: unknown }
  >(
    `SELECT booth_posting.job_posting_id AS "jobPostingId", company_id AS "companyId", title
     FROM booth_posting JOIN job_posting ON job_posting.id = booth_posting.job_posting_id
     WHERE fair_id = $1 ORDER BY job_posting.reference`,
    [fairId],
  );
  return { fairId, operator, openings };
}

async function planFair(operator: Person): Promise<string> {
  const fair = await operator.post<{ id: string }>('/api/v1/fairs', {
    name: '浦东新区春季云招聘会',
    nameEn: 'Pudong spring fair',
    regionCode: '310115',
    opensAt: new Date(Date.now() - 3_600_000).toISOString(),
    closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  if (fair.status !== 201) throw new Error(`Fair answered ${JSON.stringify(fair.body)}`);
  return fair.body.id;
}

async function goLive(operator: Person, fairId: string): Promise<void> {
  for (const to of ['registration_open', 'booths_frozen', 'live']) {
    const step = await operator.post(`/api/v1/fairs/${fairId}/transitions`, { to });
    // Its hours may have opened it already.
    if (step.status >= 300 && step.status !== 409) {
      throw new Error(`Step ${to} answered ${JSON.stringify(step.body)}`);
    }
  }
}

let nextCode = 1;

function creditCodes(count: number): string[] {
  return Array.from({ length: count }, () => {
    nextCode += 1;
    return creditCodeWithChecksum(`91310115MA${String(nextCode).padStart(7, '0')}`);
  });
}

function companyFile(codes: readonly string[]): string {
  const lines = codes.map(
    (code, index) =>
      `${code},上海测试科技有限公司${code.slice(-5)},Test ${index},private,I,310115,张江路1号,做软件的,王经理,13800000000,hr@company.example`,
  );
  return [companyHeader, ...lines].join('\n');
}

function postingFile(codes: readonly string[], each: number): string {
  const validThrough = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const lines = codes.flatMap((code) =>
    Array.from(
      { length: each },
      (_, index) =>
        `${code},P${String(index).padStart(4, '0')},软件工程师${index},2-02,3,full_time,写软件,会写软件,310115,张江路1号,12000,18000,CNY,month,9:00-18:00,4,2,TypeScript;SQL,${validThrough},站内投递`,
    ),
  );
  return [postingHeader, ...lines].join('\n');
}

async function expectStatus(
  status: number,
  answering: Promise<{ status: number; body: unknown }>,
): Promise<void> {
  const answer = await answering;
  if (answer.status !== status) throw new Error(`Answered ${JSON.stringify(answer)}`);
  const body = answer.body as { rejected?: number; report?: { rejected?: number } };
  if (body.rejected || body.report?.rejected)
    throw new Error(`Rejected lines: ${JSON.stringify(answer.body)}`);
}
