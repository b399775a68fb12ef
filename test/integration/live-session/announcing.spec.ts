import { makeMember } from '../../support/organizations.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { feedOf, goOnAir, onAir, placesOf, sessions, until, watch } from './live-stage.js';
import type { Stage } from './live-stage.js';

let app: TestApp;
let stage: Stage;
let visitor: Person;

beforeAll(async () => {
  app = await startTestApp({ WORKERS: 'external' });
  stage = await onAir(app);
  visitor = Person.visitor(app.url);
});
afterAll(() => app.stop());

describe('announcing', () => {
  it('is for those who run the session, and reaches those who watch it', async () => {
    const { host } = stage;
    const sessionId = await goOnAir(host, stage.fair.fairId);
    const path = `${sessions}/${sessionId}/notices`;
    const viewer = await watch(visitor, sessionId);
    const announced = await host.post(path, { text: ' 五分钟后抽奖 ' });
    expect(announced).toMatchObject({
      status: 201,
      body: { seq: 2, kind: 'notice', body: { text: '五分钟后抽奖' } },
    });
    await until(() => placesOf(viewer).includes(2));
    expect(viewer.frames.flatMap(({ events }) => events)).toContainEqual(announced.body);
    viewer.socket.close();
    const { events, counters } = await feedOf(visitor, sessionId, '?since=1');
    expect([events, counters.messages]).toEqual([[announced.body], 0]);
  });

  it('is said once however often the request comes', async () => {
    const { host } = stage;
    const sessionId = await goOnAir(host, stage.fair.fairId);
    const announce = () =>
      host.post(`${sessions}/${sessionId}/notices`, { text: '一次' }, { 'idempotency-key': 'n1' });
    const [first, again] = [await announce(), await announce()];
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect((await feedOf(visitor, sessionId)).to).toBe(2);
  });

  it('is refused with its reason and changes nothing', async () => {
    const { host } = stage;
    const sessionId = await goOnAir(host, stage.fair.fairId);
    const path = `${sessions}/${sessionId}/notices`;
    const stranger = await app.person();
    const hostOfOthers = await app.person();
    await makeMember(app, hostOfOthers, 'organizer', '别的主办方', 'host');
    const text = '公告';
    expect((await visitor.post(path, { text })).status).toBe(401);
    expect((await stranger.post(path, { text })).status).toBe(403);
    expect((await hostOfOthers.post(path, { text })).status).toBe(404);
    for (const body of [{}, { text: ' ' }, { text: 'x'.repeat(501) }, { text, clientKey: 'k' }]) {
      expect((await host.post(path, body)).status).toBe(422);
    }
    await host.post(`${sessions}/${sessionId}/transitions`, { to: 'ended' });
    expect((await host.post(path, { text })).body.code).toBe('live-session.not-on-air');
    const { events } = await feedOf(visitor, sessionId);
    expect(events.map(({ kind }) => kind)).toEqual(['status', 'status']);
  });

  it('can be taken back', async () => {
    const { host } = stage;
    const sessionId = await goOnAir(host, stage.fair.fairId);
    await host.post(`${sessions}/${sessionId}/notices`, { text: '写错了' });
    const path = `${sessions}/${sessionId}/messages/2`;
    expect((await host.request('DELETE', path)).status).toBe(204);
    expect((await feedOf(visitor, sessionId)).events.slice(1)).toMatchObject([
      { seq: 2, kind: 'notice', body: {} },
      { seq: 3, kind: 'removed', body: { seq: 2 } },
    ]);
  });
});
