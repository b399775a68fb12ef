import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

describe('every answer', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ WORKERS: 'external', PUBLIC_URL: 'https://fair.example' });
  });
  afterAll(() => app.stop());

  it.each([
    ['/health/live', 200],
    ['/api/v1/fairs', 200],
    ['/api/v1/me', 401],
    ['/api/v1/fairs?colour=red', 422],
    ['/api/v1/nowhere', 404],
  ])('tells the browser what it may do: %s', async (path, status) => {
    const answer = await Person.visitor(app.url).get(path);
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /default-src 'none';.*frame-ancestors 'none';.*upgrade-insecure-requests$/,
      ),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'x-correlation-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('is not for caches, and a change from a foreign page is refused with the same headers', async () => {
    const answer = await Person.visitor(app.url).post(
      '/api/v1/applications',
      {},
      {
        origin: 'https://evil.example',
      },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'origin.refused' } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });
});
