import { newId } from '../../../src/platform/ids/new-id.js';
import { makeMember } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import type { TestApp } from '../../support/start-app.js';

const creditCodes = ['91310115MA10000290', '911101066976941872', '91110000101623741K'] as const;

/** A verified company with somebody who may write for it. */
export interface Employer {
  readonly person: Person;
  readonly companyId: string;
  readonly creditCode: string;
}

export async function verifiedEmployer(app: TestApp, number = 0): Promise<Employer> {
  const person = await app.person(`雇主${number}`);
  const organizationId = await makeMember(app, person, 'employer', `单位${number}`);
  const companyId = newId();
  const creditCode = creditCodes[number] ?? '';
  await app.database.query(
    `INSERT INTO company (id, organization_id, credit_code, is_credit_code_accepted, legal_name,
       unit_type, industry_code, region_code, address, contact_name, contact_phone, status,
       verified_at, reverify_by)
     VALUES ($1, $2, $3, true, $4, 'private', '65', '310115', '晴川路1号', '张三', '12345678',
             'verified', now(), now() + interval '6 months')`,
    [companyId, organizationId, creditCode, `上海第${number}有限公司`],
  );
  return { person, companyId, creditCode };
}

/** So many days from now, as the wire writes it. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString();
}

export function newPosting(companyId: string, reference = 'A-1'): Record<string, unknown> {
  return {
    companyId,
    reference,
    title: '护理员',
    occupationCode: '4-14',
    headcount: 3,
    employmentType: 'full_time',
    duties: '照料老人',
    requirements: '有责任心',
    regionCode: '310115',
    address: '晴川路1号',
    payMin: 600_000,
    payMax: 800_000,
    payPeriod: 'month',
    workingTime: '做五休二',
    contactRoute: '在线投递',
    validThrough: inDays(30),
    questions: [
      {
        id: 'night',
        text: '能否上夜班？',
        kind: 'yes_no',
        required: true,
        acceptableAnswers: ['yes'],
      },
    ],
  };
}

/** What the counters and the recount say of a company. */
export async function openFigures(app: TestApp, companyId: string): Promise<[number, number]> {
  const rows = await app.database.query<{ metric: string; value: number }>(
    'SELECT metric, value FROM counter WHERE scope = $1',
    [`company:${companyId}`],
  );
  const of = (metric: string): number => rows.find((row) => row.metric === metric)?.value ?? 0;
  return [of('postings.open'), of('headcount.open')];
}

/** A posting that went all the way. */
export async function publishedPosting(
  reviewer: Person,
  { person, companyId }: Employer,
  reference: string,
): Promise<string> {
  const { body } = await person.post('/api/v1/job-postings', newPosting(companyId, reference));
  const path = `/api/v1/job-postings/${String(body.id)}/transitions`;
  await person.post(path, { to: 'in_review' });
  await reviewer.post(path, { to: 'approved' });
  const { status } = await person.post(path, { to: 'published' });
  if (status !== 200) throw new Error(`Publishing answered ${status}`);
  return String(body.id);
}
