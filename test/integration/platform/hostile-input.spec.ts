import { gzipSync } from 'node:zlib';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

const levels = 5_000;
const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('input that no client of ours sends', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ WORKERS: 'external' });
  });
  afterAll(() => app.stop());

  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${app.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });

  it('is refused when it is deeper than any of our inputs', async () => {
    const { cookie } = await app.person();
    const answers = await Promise.all([
      post('/api/v1/applications', deep, { cookie }),
      post('/api/v1/companies', deep, { cookie, 'idempotency-key': 'deep' }),
      post('/api/auth/sign-in/email', deep),
    ]);
    for (const answer of answers) {
      expect([answer.status, await answer.json()]).toEqual([
        400,
        expect.objectContaining({ code: 'request.malformed', title: '请求无法读取' }),
      ]);
    }
  });

  it('refuses a packed body as such, also one that only says so', async () => {
    const body = JSON.stringify({ locale: 'en' });
    for (const content of [gzipSync(body), Buffer.from(body)]) {
      const answer = await fetch(`${app.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: content,
      });
      expect(answer.status).toBe(415);
      expect(await answer.json()).toMatchObject({ code: 'request.unsupported-type' });
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'is refused as %s',
    async (type) => {
      const { cookie } = await app.person();
      const headers = { cookie, 'content-type': type };
      const answer = await post('/api/v1/applications', '{"answers":{}}', headers);
      expect([answer.status, await answer.json()]).toEqual([
        415,
        expect.objectContaining({ code: 'request.unsupported-type' }),
      ]);
    },
  );

  it('is refused on a socket too, and the socket lives on', async () => {
    const socket = await (await app.person()).socket();
    const engine = socket.io.engine;
    const answer = new Promise((resolve) => engine.once('data', resolve));
    engine.write(`21["live-session.join",${deep}]`);
    expect(await answer).toContain('"code":"request.malformed"');
    const asked = (await socket.timeout(5_000).emitWithAck('live-session.join', {})) as object;
    expect(asked).toMatchObject({ ok: false, code: 'request.invalid' });
    socket.close();
  });

  it.each([
    ['no HTTP', 'BREW /coffee HTTP/1.1\r\n\r\n', 400, 'request.malformed'],
    [
      'no end of headers',
      `GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}`,
      413,
      'request.too-large',
    ],
  ])('is told so when it is %s', async (_, bytes, status, code) => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*application/problem\\+json`));
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });

  it.each([
    ['%zz', {}, 400],
    ['', { range: 'bytes=999999999-' }, 200],
    ['', { 'if-match': '"x"', 'if-range': 'x', 'if-modified-since': 'x' }, 412],
  ])(
    'is no fault of ours at /%s with %j',
    async (path, headers: Record<string, string>, status) => {
      const answer = await fetch(`${app.url}/${path}`, { headers });
      expect([answer.status, answer.headers.get('x-frame-options')]).toEqual([
        status,
        'SAMEORIGIN',
      ]);
      expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it.each([
    ['reset-password', { newPassword: 'long enough', token: 'a\u0000' }],
    ['reset-password?token=%00', { newPassword: 'long enough' }],
    ['sign-in/email', { email: 'a@b.example', password: 'a\u0000' }],
    ['sign-up/email', { email: 'a@b.example', password: 'long enough', name: 'a\u0000' }],
  ])('is refused by the sign-in service at %s', async (path, body) => {
    const answer = await post(`/api/auth/${path}`, JSON.stringify(body));
    expect([answer.status, await answer.json()]).toEqual([
      422,
      expect.objectContaining({ code: 'request.invalid' }),
    ]);
  });

  it('is told which number is none, whatever stands in its place', async () => {
    const person = await app.person();
    for (const education of [{ toString: 1 }, [3], true, '3x', '']) {
      const answer = await person.request('PUT', '/api/v1/me/applicant-profile', { education });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toContainEqual(
        expect.objectContaining({ field: 'education', code: 'field.range' }),
      );
    }
  });

  it('is answered by the sign-in service whatever host and method it names', async () => {
    const ask = (method: string, host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request(`${app.url}/api/auth/get-session`, { method, headers: { host } });
        asked.once('error', reject).once('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.end();
      });
    const { host } = new URL(Person.visitor(app.url).url);
    expect(await Promise.all([ask('GET', host), ask('GET', 'a@b'), ask('GET', '\\')])).toEqual([
      200, 200, 200,
    ]);
    expect(await ask('HEAD', host)).toBeLessThan(500);
  });
});
