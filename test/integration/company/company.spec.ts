import { makeOperator, makeOrganizer } from '../../support/organizations.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { CompanyReverificationService } from '../../../src/modules/company/company-reverification.service.js';

const creditCode = '91310115MA10000290';
const registration = {
  creditCode,
  legalName: '上海澄禾科技有限公司',
  unitType: 'private',
  industryCode: '65',
  regionCode: '310115',
  address: '晴川路1号',
  contactName: '张三',
  contactPhone: '021-00000001',
};

interface CompanyBody {
  id: string;
  status: string;
  version: number;
  contact: object | null;
  verification: { reverifyBy: string; reason: string | null } | null;
}

let app: TestApp;
let employer: Person;
let reviewer: Person;
let stranger: Person;
let visitor: Person;

beforeAll(async () => {
  app = await startTestApp();
  [employer, reviewer, stranger] = await Promise.all([
    app.person('雇主'),
    app.person('审核员'),
    app.person('路人'),
  ]);
  visitor = Person.visitor(app.url);
  await makeOperator(app, reviewer);
});

afterAll(() => app.stop());

async function move(person: Person, id: string, body: object) {
  return person.post<CompanyBody & { code: string }>(`/api/v1/companies/${id}/transitions`, body);
}

describe('a company', () => {
  let id: string;

  it('is registered as a draft and makes its registrar an administrator', async () => {
    const answer = await employer.post<CompanyBody>('/api/v1/companies', registration);
    expect(answer).toMatchObject({
      status: 201,
      body: { status: 'draft', version: 1, creditCode },
    });
    expect(answer.headers.get('etag')).toBe('"1"');
    id = answer.body.id;
    const me = await employer.get('/api/v1/me');
    expect(me.body.memberships).toMatchObject([
      { organizationKind: 'employer', organizationName: registration.legalName },
    ]);
  });

  it('cannot be registered twice, neither by code nor by account', async () => {
    const sameCode = await stranger.post('/api/v1/companies', registration);
    expect(sameCode).toMatchObject({ status: 409, body: { code: 'company.credit-code-taken' } });
    const again = { ...registration, creditCode: '91110000101623741K' };
    const sameAccount = await employer.post('/api/v1/companies', again);
    expect(sameAccount).toMatchObject({
      status: 409,
      body: { code: 'company.already-registered' },
    });
  });

  it('names every wrong field', async () => {
    const answer = await stranger.post<{ errors: { field: string; code: string }[] }>(
      '/api/v1/companies',
      { ...registration, creditCode: '91310115MA1000029', industryCode: '00', contactPhone: 'x' },
    );
    expect(answer.status).toBe(422);
    const shapes = answer.body.errors.map(({ field, code }) => `${field} ${code}`).sort();
    expect(shapes).toEqual(['contactPhone field.format', 'creditCode field.length']);
    const codes = await stranger.post<{ errors: { code: string }[] }>('/api/v1/companies', {
      ...registration,
      creditCode: 'I1310115MA10000290',
      industryCode: '00',
    });
    expect(codes.body.errors.map(({ code }) => code)).toEqual([
      'company.credit-code-wrong',
      'company.industry-unknown',
    ]);
  });

  it('is nobody else’s business until it is verified', async () => {
    const absent = await visitor.get('/api/v1/companies/0190a000-0000-7000-8000-000000000000');
    for (const reader of [visitor, stranger]) {
      const answer = await reader.get(`/api/v1/companies/${id}`);
      expect(answer.status).toBe(404);
      expect({ ...answer.body, correlationId: '' }).toEqual({ ...absent.body, correlationId: '' });
    }
    expect((await move(stranger, id, { to: 'submitted' })).status).toBe(404);
    expect((await visitor.get('/api/v1/companies')).body.items).toEqual([]);
    const mine = await employer.get('/api/v1/companies?scope=mine');
    expect(mine.body.items).toMatchObject([{ id }]);
  });

  it('is edited only on its newest version', async () => {
    const path = `/api/v1/companies/${id}`;
    const missing = await employer.request('PATCH', path, { address: '望汐路2号' });
    expect(missing).toMatchObject({ status: 422, body: { code: 'resource.version-missing' } });
    const edited = await employer.request(
      'PATCH',
      path,
      { address: '望汐路2号', legalNameEn: null },
      { 'if-match': '"1"' },
    );
    expect(edited).toMatchObject({ status: 200, body: { address: '望汐路2号', version: 2 } });
    const stale = await employer.request('PATCH', path, { address: 'x' }, { 'if-match': '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { code: 'resource.changed' } });
  });

  it('goes through review, step by step and by the right hands', async () => {
    expect((await move(employer, id, { to: 'verified' })).body).toMatchObject({
      code: 'company.step-refused',
      title: '单位当前状态为“草稿”，不能变为“已认证”',
    });
    expect((await move(employer, id, { to: 'submitted' })).body.status).toBe('submitted');
    expect((await move(employer, id, { to: 'verified' })).body.code).toBe('permission.denied');
    const silent = await move(reviewer, id, { to: 'needs_fix' });
    expect(silent).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
    const sentBack = await move(reviewer, id, { to: 'needs_fix', reason: '执照不清晰' });
    expect(sentBack.body.status).toBe('needs_fix');
    const { body } = await employer.get<CompanyBody>(`/api/v1/companies/${id}`);
    expect(body.verification?.reason).toBe('执照不清晰');
    expect((await move(employer, id, { to: 'submitted' })).status).toBe(200);
    const stale = await move(reviewer, id, { to: 'verified', version: body.version });
    expect(stale.status).toBe(412);
    const verified = await move(reviewer, id, { to: 'verified', version: body.version + 1 });
    expect(verified.body.status).toBe('verified');
    const months = new Date(verified.body.verification?.reverifyBy ?? 0).getTime() - Date.now();
    expect(months / 86_400_000).toBeGreaterThan(179);
  });

  it('shows its public part to everybody and the rest to itself', async () => {
    const open = await visitor.get<CompanyBody>(`/api/v1/companies/${id}`);
    expect(open).toMatchObject({ status: 200, body: { contact: null, verification: null } });
    const inside = await employer.get<CompanyBody>(`/api/v1/companies/${id}`);
    expect(inside.body.contact).toEqual({ name: '张三', phone: '021-00000001', email: null });
    const found = await visitor.get('/api/v1/companies?query=澄禾');
    expect(found.body.items).toMatchObject([{ id }]);
    expect((await visitor.get('/api/v1/companies?query=100%25')).body.items).toEqual([]);
  });

  it('keeps its credit code and is verified anew under another name', async () => {
    const path = `/api/v1/companies/${id}`;
    const { version } = (await employer.get<CompanyBody>(path)).body;
    const code = await employer.request(
      'PATCH',
      path,
      { creditCode: '91110000101623741K' },
      { 'if-match': `"${version}"` },
    );
    expect(code).toMatchObject({ status: 409, body: { code: 'company.credit-code-fixed' } });
    const name = await employer.request(
      'PATCH',
      path,
      { legalName: '上海澄屿科技有限公司' },
      { 'if-match': `"${version}"` },
    );
    expect(name.body.status).toBe('due_reverify');
    expect((await move(reviewer, id, { to: 'verified' })).body.status).toBe('verified');
  });

  it('is due for verification when six months are over', async () => {
    await app.database.query(
      `UPDATE company SET verified_at = now() - interval '7 months',
         reverify_by = now() - interval '1 month' WHERE id = $1`,
      [id],
    );
    await app.app.get(CompanyReverificationService).markDue();
    const { body } = await visitor.get<CompanyBody>(`/api/v1/companies/${id}`);
    expect(body.status).toBe('due_reverify');
  });

  it('disappears when it is suspended, and is never registered again when blacklisted', async () => {
    const reason = '虚假招聘';
    expect((await move(reviewer, id, { to: 'suspended', reason })).status).toBe(200);
    expect((await visitor.get(`/api/v1/companies/${id}`)).status).toBe(404);
    expect((await move(reviewer, id, { to: 'blacklisted', reason })).status).toBe(200);
    const again = await stranger.post('/api/v1/companies', registration);
    expect(again.body.code).toBe('company.credit-code-taken');
  });

  it('leaves a trace of every step', async () => {
    const rows = await app.database.query<{ action: string }>(
      'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY created_at, id',
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'company.registered',
      'company.edited',
      'company.submitted',
      'company.needs_fix',
      'company.submitted',
      'company.verified',
      'company.edited',
      'company.verified',
      'company.due_reverify',
      'company.suspended',
      'company.blacklisted',
    ]);
  });
});

describe('a reviewer', () => {
  it('accepts a credit code whose check character does not fit only after saying so', async () => {
    const body = { ...registration, creditCode: '91350211M0000XUF46' };
    const { body: company } = await stranger.post<CompanyBody>('/api/v1/companies', body);
    await move(stranger, company.id, { to: 'submitted' });
    const unconfirmed = await move(reviewer, company.id, { to: 'verified' });
    expect(unconfirmed).toMatchObject({
      status: 409,
      body: { code: 'company.credit-code-unconfirmed' },
    });
    const confirmed = await move(reviewer, company.id, { to: 'verified', acceptCreditCode: true });
    expect(confirmed.body.status).toBe('verified');
  });

  it('does not review the own employer', async () => {
    const both = await app.person('兼职审核员');
    await makeOrganizer(app, both);
    const body = { ...registration, creditCode: '911101066976941872' };
    const { body: company } = await both.post<CompanyBody>('/api/v1/companies', body);
    expect((await move(both, company.id, { to: 'submitted' })).status).toBe(200);
    const own = await move(both, company.id, { to: 'verified' });
    expect(own).toMatchObject({ status: 403, body: { code: 'company.own-review' } });
  });

  it('reads the list page by page', async () => {
    const first = await reviewer.get<{ items: CompanyBody[]; nextCursor: string }>(
      '/api/v1/companies?limit=2',
    );
    expect(first.body.items).toHaveLength(2);
    const second = await reviewer.get<{ items: CompanyBody[]; nextCursor: null }>(
      `/api/v1/companies?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toHaveLength(1);
    expect(second.body.nextCursor).toBeNull();
    expect((await reviewer.get('/api/v1/companies?cursor=nonsense')).status).toBe(422);
    const byStatus = await reviewer.get<{ items: CompanyBody[] }>(
      '/api/v1/companies?status=submitted',
    );
    expect(byStatus.body.items.map(({ status }) => status)).toEqual(['submitted']);
  });
});
