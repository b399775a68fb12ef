import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

describe('the method of a request', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ WORKERS: 'external' });
  });
  afterAll(() => app.stop());

  const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
    Person.visitor(app.url).request(method, path, undefined, headers);

  it.each([
    ['DELETE', '/api/v1/fairs', 'GET, HEAD, POST, OPTIONS'],
    ['GET', '/api/v1/company-imports', 'POST, OPTIONS'],
    ['PUT', '/api/v1/fairs/7', 'GET, HEAD, PATCH, OPTIONS'],
    ['POST', '/api/v1/fairs/7?limit=1', 'GET, HEAD, PATCH, OPTIONS'],
    ['PROPFIND', '/api/v1/me', 'GET, HEAD, PATCH, OPTIONS'],
    ['POST', '/health/live', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/auth/sign-in/email', 'POST, OPTIONS'],
    ['POST', '/api/auth/get-session', 'GET, HEAD, OPTIONS'],
  ])('is refused where the path takes others: %s %s', async (method, path, allow) => {
    const answer = await ask(method, path, { 'accept-language': 'en' });
    expect(answer).toMatchObject({
      status: 405,
      body: {
        code: 'request.wrong-method',
        title: `This address does not take this method, but ${allow}`,
      },
    });
    expect(answer.headers.get('allow')).toBe(allow);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const { body } = await ask(method, path, { 'accept-language': 'zh-CN' });
    expect(body.title).toBe(`此地址不支持该请求方法，可用：${allow}`);
  });

  it.each([
    ['GET', '/api/v1/nowhere'],
    ['DELETE', '/api/v1/nowhere'],
    ['OPTIONS', '/api/v1/nowhere'],
    ['POST', '/api/v1/fairs/7/nowhere'],
    ['GET', `/api/v1/fairs/${'7'.repeat(300)}`],
    ['GET', '/health/ready/'],
    ['GET', '/health'],
    ['GET', '/API/v1/fairs'],
    ['GET', '//api/v1/fairs'],
    ['POST', '/api/auth/update-user'],
    ['GET', '/api/auth/error'],
  ])('changes nothing where there is no such path: %s %s', async (method, path) => {
    expect(await ask(method, path)).toMatchObject({
      status: 404,
      body: { code: 'resource.not-found' },
    });
  });

  it('may carry a condition, also for a page', async () => {
    expect(await ask('GET', '/', { 'if-match': '"nope"' })).toMatchObject({
      status: 412,
      body: { code: 'resource.changed' },
    });
  });

  it('may be HEAD where it may be GET, and OPTIONS tells all of them', async () => {
    expect(await ask('HEAD', '/api/v1/fairs')).toMatchObject({ status: 200, body: '' });
    expect(await ask('HEAD', '/api/v1/company-imports')).toMatchObject({ status: 405, body: '' });
    const told = await ask('OPTIONS', '/api/v1/fairs');
    expect(told).toMatchObject({ status: 204, body: '' });
    expect(told.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS');
  });
});
