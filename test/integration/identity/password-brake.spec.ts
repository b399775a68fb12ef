import { newId } from '../../../src/platform/ids/new-id.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ TRUST_PROXY: 'on' });
});
afterAll(() => app.stop());

const home = '192.0.2.1';

const signIn = (email: string, password: string, address = home) =>
  Person.visitor(app.url).post(
    '/api/auth/sign-in/email',
    { email, password },
    { 'x-forwarded-for': address },
  );
const guess = async (email: string, times: number, address = home) => {
  for (let time = 0; time < times; time += 1) {
    expect((await signIn(email, 'not the password', address)).status).toBe(401);
  }
};
const refused = { status: 429, body: { code: 'identity.too-many-wrong-passwords' } };

describe('guessing a password', () => {
  it('ends after ten wrong ones, for the right one too, and says for how long', async () => {
    const { email } = await app.person();
    await guess(email, 9);
    await guess(email.toUpperCase(), 1);
    const answer = await signIn(email, Person.password);
    expect(answer).toMatchObject(refused);
    expect(answer.body.title).toBe('密码错误次数过多，请 15 分钟后再试，或重置密码');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
  });

  it('is answered alike where there is no such account', async () => {
    const email = `${newId()}@people.example`;
    await guess(email, 10);
    expect(await signIn(email, 'not the password')).toMatchObject(refused);
  });

  it('locks nobody else out: not others at that place, not the person at another', async () => {
    const [victim, neighbour] = [await app.person(), await app.person()];
    await guess(victim.email, 10);
    expect((await signIn(neighbour.email, Person.password)).status).toBe(200);
    expect((await signIn(victim.email, Person.password, '198.51.100.7')).status).toBe(200);
  });

  it('takes the addresses of one IPv6 network for one', async () => {
    const { email } = await app.person();
    await guess(email, 5, '2001:db8:1:2::1');
    await guess(email, 5, '2001:db8:1:2:ffff::2');
    expect(await signIn(email, Person.password, '2001:db8:1:2::3')).toMatchObject(refused);
    expect((await signIn(email, Person.password, '2001:db8:1:3::3')).status).toBe(200);
  });

  it('ends after a hundred wrong ones from many places', async () => {
    const { email } = await app.person();
    for (let network = 1; network <= 20; network += 1) {
      await guess(email, 5, `203.0.113.${network}`);
    }
    expect(await signIn(email, Person.password, '198.51.100.8')).toMatchObject(refused);
  });

  it('starts afresh with the right password, a new password, and in time', async () => {
    const { email, userId } = await app.person();
    await guess(email, 9);
    expect((await signIn(email, Person.password)).status).toBe(200);
    await guess(email, 10);
    expect(await signIn(email, Person.password)).toMatchObject(refused);

    const visitor = Person.visitor(app.url);
    await visitor.post('/api/auth/request-password-reset', { email });
    const [mail] = await app.database.query<{ url: string }>(
      `SELECT parameters ->> 'url' AS url FROM mail_message WHERE recipient_id = $1`,
      [userId],
    );
    const token = new URL(mail?.url ?? '').searchParams.get('token');
    const newPassword = 'another good password';
    const reset = { token, newPassword };
    await visitor.post('/api/auth/reset-password', reset, { 'x-forwarded-for': home });
    expect((await signIn(email, newPassword)).status).toBe(200);

    await guess(email, 10);
    await app.database.query(
      `UPDATE wrong_password SET forgotten_at = now() - interval '1 second'`,
    );
    expect((await signIn(email, newPassword)).status).toBe(200);
    expect(await app.database.query('SELECT FROM wrong_password')).toEqual([]);
  });
});
