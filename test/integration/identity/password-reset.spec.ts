import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const ask = (email: string) =>
  Person.visitor(app.url).post('/api/auth/request-password-reset', { email });
const reset = (token: string, newPassword: string) =>
  Person.visitor(app.url).post('/api/auth/reset-password', { token, newPassword });
const signIn = ({ email }: Person, password: string) =>
  Person.visitor(app.url).post('/api/auth/sign-in/email', { email, password });
const linksTo = async ({ userId }: Person) => {
  const rows = await app.database.query<{ url: string }>(
    `SELECT parameters ->> 'url' AS url FROM mail_message WHERE recipient_id = $1`,
    [userId],
  );
  return rows.map((row) => new URL(row.url));
};

describe('a forgotten password', () => {
  it('is set anew by the link in a mail, once, and ends every session', async () => {
    const person = await app.person();
    expect((await ask(person.email)).status).toBe(200);
    const [link] = await linksTo(person);
    expect(link?.pathname).toBe('/reset-password');
    const token = link?.searchParams.get('token') ?? '';

    expect((await reset(token, 'short')).body).toMatchObject({ code: 'identity.password-short' });
    expect((await reset(token, 'another good password')).status).toBe(200);
    expect((await person.get('/api/v1/me')).status).toBe(401);
    expect((await signIn(person, Person.password)).status).toBe(401);
    expect((await signIn(person, 'another good password')).status).toBe(200);
    expect(await reset(token, 'yet another password')).toMatchObject({
      status: 422,
      body: { code: 'identity.link-expired' },
    });
  });

  it('tells nobody whether there is such an account', async () => {
    const person = await app.person();
    const [known, unknown] = [await ask(person.email), await ask('nobody@people.example')];
    expect(unknown).toMatchObject({ status: known.status, body: known.body });
  });
});
