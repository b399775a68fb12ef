import { creditCodeWithChecksum } from '../../src/platform/codes/credit-code.js';
import type { Answer, Person } from './person.js';
import type { TestApp } from './start-app.js';

/** A verified company and the person who works for it. */
export interface Employer {
  readonly person: Person;
  readonly companyId: string;
  readonly name: string;
}

let companies = 0;

/** Registers a company and has it verified, the way people do it. */
export async function registerEmployer(app: TestApp, operator: Person): Promise<Employer> {
  companies += 1;
  const name = `上海宏业第${companies}有限公司`;
  const person = await app.person('李经理');
  const registered = await expectOk(
    person.post<{ id: string }>('/api/v1/companies', {
      creditCode: creditCodeWithChecksum(`91310115MA1K${String(companies).padStart(5, '0')}`),
      legalName: name,
      unitType: 'private',
      industryCode: 'I',
      regionCode: '310115',
      address: '张江路 1 号',
      contactName: '李经理',
      contactPhone: '021-50000000',
    }),
  );
  const companyId = registered.body.id;
  const path = `/api/v1/companies/${companyId}/transitions`;
  await expectOk(person.post(path, { to: 'submitted' }));
  await expectOk(operator.post(path, { to: 'verified' }));
  return { person, companyId, name };
}

/** @returns the id of a new opening that anybody may apply for */
export async function publishOpening(
  { person, companyId }: Employer,
  operator: Person,
  opening: { readonly title: string; readonly headcount: number },
): Promise<string> {
  const created = await expectOk(
    person.post<{ id: string }>('/api/v1/job-postings', newOpening(companyId, opening)),
  );
  const path = `/api/v1/job-postings/${created.body.id}/transitions`;
  await expectOk(person.post(path, { to: 'in_review' }));
  await expectOk(operator.post(path, { to: 'approved' }));
  await expectOk(operator.post(path, { to: 'published' }));
  return created.body.id;
}

/** What a company writes about an opening; every one has a reference of its own. */
export function newOpening(
  companyId: string,
  opening: { readonly title: string; readonly headcount: number },
) {
  return {
    companyId,
    reference: `${opening.title} ${Math.random()}`,
    ...opening,
    occupationCode: '2-02',
    employmentType: 'full_time',
    duties: '按岗位说明书工作',
    requirements: '认真负责',
    regionCode: '310115',
    address: '张江路 1 号',
    payMin: 800_000,
    payMax: 1_200_000,
    payPeriod: 'month',
    workingTime: '每周五天，每天八小时',
    contactRoute: '平台内投递',
    validThrough: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  };
}

/** @throws Error with the problem when the answer is not 2xx */
export async function expectOk<Body>(request: Promise<Answer<Body>>): Promise<Answer<Body>> {
  const answer = await request;
  if (answer.status >= 300) {
    throw new Error(`Answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
  return answer;
}
