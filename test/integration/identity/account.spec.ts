import { newId } from '../../../src/platform/ids/new-id.js';
import { Person } from '../../support/person.js';
import { makeMember, makeOperator } from '../../support/organizations.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

describe('accounts and organizations', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it('tells a signed-in person who they are and refuses a visitor', async () => {
    const person = await app.person('李华');
    const account = await person.get('/api/v1/me');
    expect(account.status).toBe(200);
    expect(account.body).toMatchObject({ name: '李华', email: person.email, memberships: [] });
    const refused = await Person.visitor(app.url).get('/api/v1/me');
    expect(refused.status).toBe(401);
    expect(refused.body).toMatchObject({ code: 'session.required', title: '请先登录' });
  });

  it.each([
    ['   ', 'a@people.example', 'name field.length'],
    ['王'.repeat(101), 'a@people.example', 'name field.length'],
    ['\ud800', 'a@people.example', 'name field.length'],
    ['王小明', `${'a'.repeat(250)}@people.example`, 'email field.length'],
  ])('opens no account for the name %j and the address %j', async (name, email, fault) => {
    const input = { name, email, password: Person.password };
    const answer = await Person.visitor(app.url).post('/api/auth/sign-up/email', input);
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
    const faults = answer.body.errors as { field: string; code: string }[];
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual([fault]);
  });

  it('keeps a name without the white space around it, and no picture', async () => {
    const email = `${newId()}@people.example`;
    const answer = await Person.visitor(app.url).post('/api/auth/sign-up/email', {
      name: ' 王小明 ',
      email,
      password: Person.password,
      image: 'javascript:alert(1)',
    });
    expect(answer).toMatchObject({ status: 200, body: { user: { name: '王小明' } } });
    const rows = await app.database.query('SELECT name, image FROM "user" WHERE email = $1', [
      email,
    ]);
    expect(rows).toEqual([{ name: '王小明', image: null }]);
  });

  it('tells a page who looks at it, also when that is nobody', async () => {
    const person = await app.person('李华');
    const known = await person.get<{ account: unknown }>('/api/v1/session');
    expect(known.body.account).toEqual((await person.get('/api/v1/me')).body);
    const visitor = await Person.visitor(app.url).get('/api/v1/session');
    expect(visitor).toMatchObject({ status: 200, body: { account: null } });
    expect(visitor.headers.get('cache-control')).toBe('no-store');
  });

  it('refuses a cookie whose signature is not ours', async () => {
    const person = await app.person();
    const forged = person.cookie.replace(/=(.{20})/, '=AAAAAAAAAAAAAAAAAAAA');
    const answer = await Person.visitor(app.url).request('GET', '/api/v1/me', undefined, {
      cookie: forged,
    });
    expect(answer.status).toBe(401);
  });

  it('gives permissions by role and takes them back with the membership', async () => {
    const [owner, colleague] = [await app.person(), await app.person()];
    const organizationId = await makeMember(app, owner, 'employer', '某公司');
    const path = `/api/v1/organizations/${organizationId}/members`;
    const added = await owner.post(path, { email: colleague.email, role: 'recruiter' });
    expect(added.status).toBe(201);
    const account = await colleague.get<{ permissions: string[] }>('/api/v1/me');
    expect(account.body.permissions).toContain('job-posting.edit');
    const removed = await owner.request('DELETE', `${path}/${colleague.userId}`);
    expect(removed.status).toBe(204);
    const after = await colleague.get<{ permissions: string[] }>('/api/v1/me');
    expect(after.body.permissions).not.toContain('job-posting.edit');
  });

  it('keeps the last administrator and a foreign organization out of reach', async () => {
    const [owner, stranger] = [await app.person(), await app.person()];
    const organizationId = await makeMember(app, owner, 'employer', '某公司');
    await makeMember(app, stranger, 'employer', '另一公司');
    const path = `/api/v1/organizations/${organizationId}/members`;
    const last = await owner.request('DELETE', `${path}/${owner.userId}`);
    expect(last.body).toMatchObject({ status: 409, code: 'identity.last-administrator' });
    const foreign = await stranger.get(path);
    const absent = await stranger.get(`/api/v1/organizations/${stranger.userId}/members`);
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect(foreign.body.title).toBe(absent.body.title);
  });

  it('names each wrong field in the language that was asked for', async () => {
    const operator = await app.person();
    await makeOperator(app, operator);
    const answer = await operator.post(
      '/api/v1/organizations',
      { kind: 'club', name: '', administratorEmail: 'nobody', extra: 1 },
      { 'accept-language': 'en' },
    );
    expect(answer.status).toBe(422);
    expect(answer.body.code).toBe('request.invalid');
    const faults = answer.body.errors as { field: string; code: string; message: string }[];
    expect(faults.map((fault) => `${fault.field} ${fault.code}`).sort()).toEqual([
      'administratorEmail field.format',
      'extra field.unknown',
      'kind field.choice',
      'name field.length',
    ]);
    expect(faults.find((fault) => fault.field === 'name')?.message).toMatch(/1 to 200/);
  });

  it('closes the sockets of a signed-out person within seconds', async () => {
    const person = await app.person();
    const socket = await person.socket();
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    await person.post('/api/auth/sign-out', {});
    await expect(closed).resolves.toBeDefined();
  });

  it('refuses a socket and a change that come from a foreign page', async () => {
    const person = await app.person();
    await expect(person.socket({ origin: 'https://evil.example' })).rejects.toThrow();
    const answer = await person.request(
      'PATCH',
      '/api/v1/me',
      { locale: 'en' },
      {
        origin: 'https://evil.example',
      },
    );
    expect(answer.body).toMatchObject({ status: 403, code: 'origin.refused' });
  });
});
