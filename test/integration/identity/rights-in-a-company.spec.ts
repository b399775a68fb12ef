import { expectOk, newOpening, publishOpening, registerEmployer } from '../../support/employer.js';
import type { Employer } from '../../support/employer.js';
import { makeMember, makeOperator } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { applyForBooth, fairAt } from '../fair/fair-stage.js';
import { openFairWith, plan } from '../live-session/live-stage.js';
import { file, line, upload } from '../job-posting/posting-file.js';
import { attempt, granted, refused } from './attempt.js';
import type { Attempt } from './attempt.js';

interface Ids {
  readonly organization: string;
  readonly colleague: string;
  readonly draft: string;
  readonly opening: string;
  readonly application: string;
  readonly openFair: string;
  readonly newFair: string;
  readonly booth: string;
  readonly fairOfSecondBooth: string;
}

let app: TestApp;
let operator: Person;
/** Administers the first company; what that person may do in the second is the question. */
let person: Person;
let own: Employer;
let second: Employer;
let ids: Ids;

beforeAll(async () => {
  app = await startTestApp();
  operator = await app.person('孙主任');
  await makeOperator(app, operator);
  own = await registerEmployer(app, operator);
  second = await registerEmployer(app, operator);
  ({ person } = own);
  ids = await furnish();
}, 60_000);
afterAll(() => app.stop());

/** All that the second company has. */
async function furnish(): Promise<Ids> {
  const opening = await publishOpening(second, operator, { title: '电工', headcount: 1 });
  const openFair = await openFairWith(operator, [{ employer: second, jobPostingId: opening }]);
  const fairOfSecondBooth = await fairAt(operator, ['registration_open']);
  const booth = await applyForBooth(second, fairOfSecondBooth);
  const decision = { to: 'approved' };
  const path = `/api/v1/fairs/${fairOfSecondBooth}/booths/${booth}/transitions`;
  await expectOk(operator.post(path, decision));
  const jobseeker = await app.person('王小明');
  const application = { jobPostingId: opening, answers: {}, consent: true };
  const applied = await expectOk(
    jobseeker.post<{ id: string }>('/api/v1/applications', application),
  );
  const colleague = await app.person('同事');
  const organization = await organizationOf(second);
  await enter(organization, colleague, 'recruiter');
  return {
    organization,
    colleague: colleague.userId,
    draft: await draftOf(second),
    opening,
    application: applied.body.id,
    openFair,
    newFair: await fairAt(operator, ['registration_open']),
    booth,
    fairOfSecondBooth,
  };
}

async function draftOf({ person: writer, companyId }: Employer): Promise<string> {
  const created = await expectOk(
    writer.post<{ id: string }>('/api/v1/job-postings', posting(companyId)),
  );
  return created.body.id;
}

function posting(companyId: string) {
  return newOpening(companyId, { title: '机密岗位', headcount: 1 });
}

async function organizationOf({ person: { userId } }: Employer): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(
    'SELECT organization_id AS id FROM membership WHERE user_id = $1',
    [userId],
  );
  return row?.id ?? '';
}

async function withCreditCode(employer: Employer): Promise<Employer & { creditCode: string }> {
  const [row] = await app.database.query<{ creditCode: string }>(
    'SELECT credit_code AS "creditCode" FROM company WHERE id = $1',
    [employer.companyId],
  );
  return { ...employer, creditCode: row?.creditCode ?? '' };
}

async function enter(organizationId: string, { email }: Person, role: string): Promise<void> {
  const path = `/api/v1/organizations/${organizationId}/members`;
  await expectOk(second.person.post(path, { email, role }));
}

/** What nobody but those who write and decide for the company may do. */
function recruiting(): Attempt[] {
  const { companyId } = second;
  const draft = `/api/v1/job-postings/${ids.draft}`;
  const application = `/api/v1/applications/${ids.application}`;
  const booth = `/api/v1/fairs/${ids.fairOfSecondBooth}/booths/${ids.booth}`;
  return [
    attempt('write a posting', 'POST', '/api/v1/job-postings', posting(companyId)),
    attempt('read a draft', 'GET', draft),
    attempt('edit a draft', 'PATCH', draft, { title: '改过' }, { 'if-match': '"1"' }),
    attempt('submit a draft', 'POST', `${draft}/transitions`, { to: 'in_review' }),
    attempt('pause an opening', 'POST', `/api/v1/job-postings/${ids.opening}/transitions`, {
      to: 'paused',
    }),
    attempt('read an application', 'GET', application),
    attempt('decide on an application', 'POST', `${application}/transitions`, {
      to: 'shortlisted',
    }),
    attempt('set a booth up', 'POST', `${booth}/presence`, { to: 'set_up' }),
    attempt('choose what a booth shows', 'PUT', `${booth}/job-postings`, {
      jobPostingIds: [],
    }),
    attempt(
      'schedule a session',
      'POST',
      '/api/v1/live-sessions',
      plan(ids.openFair, { companyId }),
    ),
  ];
}

/** What nobody but its administrators may do. */
function administering(): Attempt[] {
  const { companyId } = second;
  const members = `/api/v1/organizations/${ids.organization}/members`;
  return [
    attempt(
      'edit the company',
      'PATCH',
      `/api/v1/companies/${companyId}`,
      { address: '新址' },
      {
        'if-match': '"3"',
      },
    ),
    attempt('apply for a booth', 'POST', `/api/v1/fairs/${ids.newFair}/booths`, {
      companyId,
    }),
    attempt('list the members', 'GET', members),
    attempt('add a member', 'POST', members, {
      email: own.person.email,
      role: 'recruiter',
    }),
    attempt('remove a member', 'DELETE', `${members}/${ids.colleague}`),
  ];
}

describe('what somebody may do in one company', () => {
  it('counts for nothing in a company of strangers', async () => {
    expect(await granted(person, [...recruiting(), ...administering()])).toEqual([]);
  });

  it('counts for nothing in a company where that person only hosts', async () => {
    await enter(ids.organization, person, 'host');
    expect(await granted(person, [...recruiting(), ...administering()])).toEqual([]);
  });

  it('lets no line about the other company in', async () => {
    const lines = file(line(await withCreditCode(second), 'import'));
    expect(await upload(person, lines)).toMatchObject({
      created: 0,
      rejected: 1,
      errors: [{ code: 'job-posting.company-unknown' }],
    });
  });

  it('opens no list of the other company', async () => {
    const [drafts, applications, companies, company] = await Promise.all([
      person.get<{ items: { companyId: string }[] }>('/api/v1/job-postings?scope=mine'),
      person.get<{ items: unknown[] }>('/api/v1/applications?scope=company'),
      person.get<{ items: { id: string }[] }>('/api/v1/companies?scope=mine'),
      person.get<{ contact: unknown }>(`/api/v1/companies/${second.companyId}`),
    ]);
    expect(drafts).toMatchObject({ status: 200, body: { items: [] } });
    expect(applications).toMatchObject({ status: 200, body: { items: [] } });
    expect(companies.body.items.map(({ id }) => id)).toEqual([own.companyId]);
    expect(company).toMatchObject({ status: 200, body: { contact: null, verification: null } });
    const exports = ['job-posting-exports', 'application-exports?scope=company'];
    for (const path of exports) {
      const file = await person.get<string>(`/api/v1/${path}`);
      expect(file.status).toBe(200);
      expect(file.body).not.toContain(second.companyId);
      expect(file.body).not.toContain('机密岗位');
    }
  });

  it('does not make an administrator out of a recruiter of the other company', async () => {
    await enter(ids.organization, person, 'recruiter');
    expect(await granted(person, administering())).toEqual([]);
  });

  it('is not lent by a role that looks at every company', async () => {
    const reviewer = await app.person('审核员');
    await makeMember(app, reviewer, 'operator', '运营方', 'reviewer');
    await makeMember(app, reviewer, 'employer', '另一公司');
    const reading = ['read a draft', 'read an application'];
    const writing = recruiting().filter(({ name }) => !reading.includes(name));
    expect(await granted(reviewer, [...writing, ...administering()])).toEqual([]);
  });

  it('is all there for those who have the role', async () => {
    expect(await refused(second.person, [...recruiting(), ...administering()])).toEqual([]);
  });
});
