import { Reconciler } from '../../../src/platform/counters/reconciler.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { ask, feedOf, goOnAir, onAir, say, sessions, upTo, statusesOf } from './live-stage.js';
import type { Stage } from './live-stage.js';

let app: TestApp;
let stage: Stage;
let people: Person[];
let visitor: Person;

beforeAll(async () => {
  app = await startTestApp();
  stage = await onAir(app);
  people = await Promise.all(upTo(13).map((n) => app.person(`观众${n}`)));
  visitor = Person.visitor(app.url);
});
afterAll(() => app.stop());

const differences = () => app.app.get(Reconciler).reconcile();

/** Somebody who has said nothing yet. */
function speaker(): Person {
  const person = people.pop();
  if (!person) throw new Error('Everybody has spoken');
  return person;
}

describe('saying something', () => {
  it('puts it into the feed under the name of the author, and repeats keep its place', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const person = speaker();
    const first = await say(person, sessionId, ' 你好 ', 'k1');
    const again = await say(person, sessionId, '别的话', 'k1');
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.seq).toBe(first.body.seq);
    const feed = await feedOf(visitor, sessionId);
    expect(feed).toMatchObject({
      from: 1,
      to: 2,
      events: [
        { seq: 1, kind: 'status', authorName: null, body: { status: 'on_air' } },
        { seq: 2, kind: 'chat', body: { text: '你好' } },
      ],
      counters: { messages: 1, applications: 0 },
    });
    expect(feed.events[1]?.authorName).toMatch(/^观众/);
    expect(feed.events[1]?.createdAt).toMatch(/^\d{4}-\d{2}-\d{2}T[\d:]{8}\.\d{3}Z$/);
    expect(JSON.stringify(feed)).not.toContain(person.userId);
  });

  it('gives the same key of different people and sessions different places', async () => {
    const [one, other] = [
      await goOnAir(stage.host, stage.fair.fairId),
      await goOnAir(stage.host, stage.fair.fairId),
    ];
    const [first, second] = [speaker(), speaker()];
    const answers = await Promise.all([
      say(first, one, 'a', 'same'),
      say(second, one, 'b', 'same'),
      say(first, other, 'c', 'same'),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201]);
    expect((await feedOf(visitor, one)).to).toBe(3);
    expect((await feedOf(visitor, other)).to).toBe(2);
  });

  it('leaves no gap when many speak at once and send some of it twice', async () => {
    const ids = await Promise.all(upTo(3).map(() => goOnAir(stage.host, stage.fair.fairId)));
    const speakers = [speaker(), speaker(), speaker()];
    const sent = await Promise.all(
      speakers.flatMap((person) =>
        upTo(5).flatMap((n) => {
          const sessionId = ids[n % 3] ?? '';
          return [say(person, sessionId, `第${n}句`, `n${n % 4}`)];
        }),
      ),
    );
    expect(sent.every((answer) => answer.status === 201 || answer.status === 200)).toBe(true);
    for (const sessionId of ids) {
      const { events, counters } = await feedOf(visitor, sessionId);
      expect(events.map((event) => event.seq)).toEqual(upTo(events.length));
      expect(counters.messages).toBe(events.filter((event) => event.kind === 'chat').length);
    }
    expect(await differences()).toEqual([]);
  });

  it('is one message when one key comes from many connections at once', async () => {
    const person = speaker();
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const answers = await Promise.all(upTo(5).map(() => say(person, sessionId, '一次', 'once')));
    expect(new Set(answers.map((answer) => answer.body.seq)).size).toBe(1);
    expect(statusesOf(answers)).toEqual([200, 200, 200, 200, 201]);
    expect((await feedOf(visitor, sessionId)).to).toBe(2);
  });

  it('keeps its first place also when that was not yet committed as the repeat came', async () => {
    const person = speaker();
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const { repeat } = await app.database.transaction(async (transaction) => {
      await transaction.query('UPDATE live_session SET last_seq = 2 WHERE id = $1', [sessionId]);
      await transaction.query(
        `INSERT INTO live_session_event (session_id, seq, kind, author_id, body, client_key)
         VALUES ($1, 2, 'chat', $2, '{"text": "先到"}', 'late')`,
        [sessionId, person.userId],
      );
      await transaction.query(`INSERT INTO counter VALUES ($1, 'messages', 1)`, [
        `session:${sessionId}`,
      ]);
      const waiting = say(person, sessionId, '先到', 'late');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { repeat: waiting };
    });
    expect(await repeat).toMatchObject({ status: 200, body: { seq: 2 } });
    expect((await feedOf(visitor, sessionId)).to).toBe(2);
  });

  it('is refused with its reason and changes nothing', async () => {
    const person = speaker();
    const { sessionId } = stage;
    const path = `${sessions}/${sessionId}/messages`;
    const before = (await feedOf(visitor, sessionId)).to;
    expect((await visitor.post(path, { text: 'a', clientKey: 'k' })).status).toBe(401);
    for (const body of [
      { text: ' ', clientKey: 'k' },
      { text: 'x'.repeat(501), clientKey: 'k' },
      { text: 'a\u0000', clientKey: 'k' },
      { text: 'a', clientKey: '' },
      { text: 'a' },
      { text: 1, clientKey: 'k' },
    ]) {
      expect((await person.post(path, body)).status).toBe(422);
    }
    expect((await say(person, person.userId, 'a')).status).toBe(404);
    expect((await say(person, 'no-id', 'a')).status).toBe(404);
    expect((await feedOf(visitor, sessionId)).to).toBe(before);
  });

  it('has to be slow enough to read', async () => {
    const person = speaker();
    const answers = await Promise.all(upTo(7).map((n) => say(person, stage.sessionId, `${n}`)));
    expect(statusesOf(answers)).toEqual([...Array(5).fill(201), ...Array(2).fill(429)]);
    const refused = answers.find((answer) => answer.status === 429);
    expect(refused?.body.code).toBe('live-session.too-fast');
    expect(refused?.headers.get('retry-after')).toBe('1');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await say(person, stage.sessionId, '慢一点')).status).toBe(201);
  });

  it('works over the socket as over HTTP', async () => {
    const person = speaker();
    const { sessionId } = stage;
    const socket = await person.socket();
    const message = { sessionId, text: '从插座来', clientKey: 's1' };
    const said = await ask<{ seq: number }>(socket, 'live-session.say', message);
    expect(said.ok).toBe(true);
    const again = await say(person, sessionId, '从插座来', 's1');
    expect(again).toMatchObject({ status: 200, body: said.ok ? said.data : {} });
    for (const [body, code] of [
      [{ ...message, text: '' }, 'request.invalid'],
      [{ ...message, sessionId: 'x' }, 'request.invalid'],
      ['text', 'request.invalid'],
      [null, 'request.invalid'],
      [{ ...message, sessionId: person.userId, clientKey: 's2' }, 'resource.not-found'],
    ] as const) {
      expect(await ask(socket, 'live-session.say', body)).toMatchObject({ ok: false, code });
    }
    socket.close();
    const stranger = await visitor.socket();
    expect(await ask(stranger, 'live-session.say', message)).toMatchObject({
      ok: false,
      code: 'session.required',
    });
    stranger.close();
  });

  it('ends with the session, but a repeat still gets its place', async () => {
    const person = speaker();
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const first = await say(person, sessionId, '再见', 'bye');
    await stage.host.post(`${sessions}/${sessionId}/transitions`, { to: 'ended' });
    const again = await say(person, sessionId, '再见', 'bye');
    expect(again).toMatchObject({ status: 200, body: { seq: first.body.seq } });
    expect((await say(person, sessionId, '还在吗')).body).toMatchObject({
      status: 409,
      code: 'live-session.not-on-air',
    });
  });
});

describe('reading the feed', () => {
  it('goes on from any place, in pages', async () => {
    const { sessionId } = stage;
    await say(speaker(), sessionId, '一');
    const whole = await feedOf(visitor, sessionId);
    const page = await feedOf(visitor, sessionId, '?since=1&limit=2');
    expect(page).toMatchObject({ from: 2, to: 3, events: whole.events.slice(1, 3) });
    const end = await feedOf(visitor, sessionId, `?since=${whole.to}`);
    expect(end).toMatchObject({ from: whole.to + 1, to: whole.to, events: [] });
  });

  it.each(['since=-1', 'since=x', 'since=1e30', 'limit=0', 'limit=501', 'after=1'])(
    'refuses ?%s',
    async (query) => {
      const answer = await visitor.get(`${sessions}/${stage.sessionId}/events?${query}`);
      expect(answer.status).toBe(422);
    },
  );
});

describe('moderating', () => {
  it('takes the words away for later readers and stands in the feed, once', async () => {
    const other = stage.host;
    const sessionId = await goOnAir(other, stage.fair.fairId);
    const said = await say(other, sessionId, '违规内容');
    const path = `${sessions}/${sessionId}/messages/${said.body.seq}`;
    const stranger = await app.person();
    expect((await stranger.request('DELETE', path)).status).toBe(403);
    const removals = await Promise.all(upTo(3).map(() => other.request('DELETE', path)));
    expect(removals.map((answer) => answer.status)).toEqual([204, 204, 204]);
    const { events } = await feedOf(visitor, sessionId);
    expect(events).toMatchObject([
      { kind: 'status' },
      { seq: 2, kind: 'chat', body: {} },
      { seq: 3, kind: 'removed', body: { seq: 2 } },
    ]);
    expect(JSON.stringify(events)).not.toContain('违规');
    expect((await feedOf(visitor, sessionId)).counters.messages).toBe(1);
    for (const seq of ['1', '99', '0', 'x', '1e3']) {
      const answer = await other.request('DELETE', `${sessions}/${sessionId}/messages/${seq}`);
      expect([seq, answer.status]).toEqual([seq, 404]);
    }
    expect(await differences()).toEqual([]);
  });
});
