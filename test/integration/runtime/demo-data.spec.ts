import { createDemo } from '../../../scripts/demo.js';
import type { Demo } from '../../../scripts/demo.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

let app: TestApp;
let demo: Demo;

beforeAll(async () => {
  app = await startTestApp();
  demo = await createDemo({ app: app.app, url: app.url, close: () => Promise.resolve() });
  await app.settled();
});

afterAll(() => app.stop());

async function get<Body>(path: string): Promise<Body> {
  const answer = await fetch(`${app.url}${path}`);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Body;
}

async function signIn(account: { email: string; password: string }): Promise<number> {
  const answer = await fetch(`${app.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: account.email, password: account.password }),
  });
  return answer.status;
}

async function figures(): Promise<Record<string, number>> {
  const { figures: list } = await get<{ figures: { key: string; value: number }[] }>(
    '/api/v1/statistics/season',
  );
  return Object.fromEntries(list.map(({ key, value }) => [key, value]));
}

describe('the demo of a first start', () => {
  it('has a fair that is open now, with companies and openings', async () => {
    const fair = await get<{ status: string }>(`/api/v1${new URL(demo.fairUrl).pathname}`);
    expect(fair.status).toBe('live');
    expect(await figures()).toMatchObject({ fairs: 1, companies: 12, openings: 62 });
  });

  it('has applications, all of them processed', async () => {
    const { applications, processed, attention } = await figures();
    expect(applications).toBeGreaterThan(20);
    expect([processed, attention]).toEqual([applications, 0]);
  });

  it('has a session on air in which people talk and openings are held up', async () => {
    const path = `/api/v1${new URL(demo.sessionUrl).pathname}`;
    expect(await get(path)).toMatchObject({ status: 'on_air' });
    const { events } = await get<{ events: { kind: string }[] }>(`${path}/events?since=0`);
    const kinds = events.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'chat').length).toBeGreaterThan(5);
    expect(kinds.filter((kind) => kind === 'card')).toHaveLength(2);
  });

  it('opens an account for each role', async () => {
    expect(demo.accounts.map(({ role }) => role)).toEqual([
      'operator',
      'organizer',
      'employer',
      'recruiter',
      'host',
      'jobseeker',
    ]);
    for (const account of demo.accounts) expect(await signIn(account)).toBe(200);
  });

  it('adds nothing when it is made again, and tells the new password', async () => {
    const before = await figures();
    const api = { app: app.app, url: app.url, close: () => Promise.resolve() };
    const again = await createDemo(api);
    await app.settled();
    expect(await figures()).toEqual(before);
    expect([again.fairUrl, again.sessionUrl]).toEqual([demo.fairUrl, demo.sessionUrl]);
    for (const account of again.accounts) expect(await signIn(account)).toBe(200);
    expect(await signIn(demo.accounts[0] ?? { email: '', password: '' })).toBe(401);
  });
});
