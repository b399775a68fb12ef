import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

interface Page {
  readonly host: string;
  readonly origin: string;
}

interface Answer {
  readonly status: number | undefined;
  readonly cookies: readonly string[];
  readonly body: Record<string, unknown>;
}

const phone: Page = { host: '192.168.1.20:3000', origin: 'http://192.168.1.20:3000' };
const foreign: Page = { host: phone.host, origin: 'https://evil.example' };

describe('signing in from a page', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  /** What a browser sends; `fetch` cannot name another host than the one that it connects to. */
  async function send(page: Page, path: string, body: object, cookie?: string): Promise<Answer> {
    const outgoing = request(`${app.url}${path}`, {
      method: 'POST',
      headers: {
        ...page,
        ...(cookie ? { cookie } : {}),
        'content-type': 'application/json',
        'sec-fetch-site': page === foreign ? 'cross-site' : 'same-origin',
        'sec-fetch-mode': 'cors',
      },
    });
    const answer = new Promise<Answer>((resolve, reject) => {
      outgoing.on('error', reject);
      outgoing.on('response', (response) => {
        const cookies = response.headers['set-cookie'] ?? [];
        text(response).then(
          (sent) => resolve({ status: response.statusCode, cookies, body: JSON.parse(sent) }),
          reject,
        );
      });
    });
    outgoing.end(JSON.stringify(body));
    return answer;
  }

  const credentials = ({ email }: Person) => ({ email, password: Person.password });

  it('works where a phone reaches the machine by its address in the local network', async () => {
    const person = await app.person();
    const signedIn = await send(phone, '/api/auth/sign-in/email', credentials(person));
    expect(signedIn.status).toBe(200);
    const [cookie = ''] = signedIn.cookies;
    expect(cookie).not.toMatch(/secure/i);
    const session = cookie.split(';')[0];
    const account = await person.request('GET', '/api/v1/me', undefined, { cookie: session ?? '' });
    expect(account.body.email).toBe(person.email);
    expect((await send(phone, '/api/auth/sign-out', {}, session)).status).toBe(200);
    const after = await person.request('GET', '/api/v1/me', undefined, { cookie: session ?? '' });
    expect(after.status).toBe(401);
  });

  it('is refused to a foreign page, before and after somebody is signed in', async () => {
    const person = await app.person();
    const refusal = { status: 403, body: { code: 'origin.refused', title: '请求来源不受信任' } };
    const path = '/api/auth/sign-in/email';
    expect(await send(foreign, path, credentials(person))).toMatchObject(refusal);
    expect(await send(foreign, path, credentials(person), person.cookie)).toMatchObject(refusal);
    expect(await send(foreign, '/api/auth/sign-out', {}, person.cookie)).toMatchObject(refusal);
    expect((await person.get('/api/v1/me')).status).toBe(200);
  });

  it('says in the language of the page what is wrong', async () => {
    const { email } = await app.person();
    const visitor = Person.visitor(app.url);
    const signIn = (language: string, body: object) =>
      visitor.request<Record<string, unknown>>('POST', '/api/auth/sign-in/email', body, {
        'accept-language': language,
      });
    expect(await signIn('en', { email, password: 'not the password' })).toMatchObject({
      status: 401,
      body: {
        code: 'identity.credentials-wrong',
        title: 'The e-mail or the password is not right',
      },
    });
    expect(await signIn('zh', { email: 5 })).toMatchObject({
      status: 422,
      body: { code: 'request.invalid' },
    });
    expect(await visitor.post('/api/auth/nope', {})).toMatchObject({
      status: 404,
      body: { code: 'resource.not-found' },
    });
  });

  it('sends nobody a link that leads to a foreign page', async () => {
    const { email } = await app.person();
    const body = { email, redirectTo: 'https://evil.example/new-password' };
    const answer = await send(phone, '/api/auth/request-password-reset', body);
    expect(answer).toMatchObject({ status: 403, body: { code: 'identity.link-foreign' } });
    expect(await app.database.query('SELECT id FROM mail_message')).toEqual([]);
  });
});
