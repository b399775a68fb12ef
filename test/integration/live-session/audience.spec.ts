import { startApi } from '../../../src/main.js';
import type { RunningProcess } from '../../../src/main.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import {
  ask,
  feedOf,
  goOnAir,
  onAir,
  placesOf,
  say,
  sessions,
  until,
  upTo,
  watch,
  statusesOf,
} from './live-stage.js';
import type { SessionBody, Stage, Viewer } from './live-stage.js';

let app: TestApp;
/** Another process on the same database. */
let neighbour: RunningProcess;
let stage: Stage;
let people: Person[];
const viewers: Viewer[] = [];

beforeAll(async () => {
  app = await startTestApp();
  neighbour = await startApi({
    DATABASE_URL: app.databaseUrl,
    DATA_DIR: '/tmp',
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    AUTH_SECRET: 'a secret for tests that is long enough',
    WORKERS: 'external',
  });
  stage = await onAir(app);
  people = await Promise.all(upTo(8).map((n) => app.person(`观众${n}`)));
}, 60_000);
afterEach(() => {
  for (const { socket } of viewers.splice(0)) socket.close();
});
afterAll(async () => {
  await neighbour.close();
  await app.stop();
});

async function watching(url: string, sessionId: string, since?: number): Promise<Viewer> {
  const viewer = await watch(Person.visitor(url), sessionId, since);
  viewers.push(viewer);
  return viewer;
}

function person(n: number): Person {
  const found = people[n % people.length];
  if (!found) throw new Error('There are people');
  return found;
}

function framesFollow({ snapshot, frames }: Viewer): boolean {
  let heard = snapshot.to;
  return frames.every((frame) => {
    const follows = frame.from <= heard + 1;
    heard = Math.max(heard, frame.to);
    return follows;
  });
}

const lastCounters = ({ snapshot, frames }: Viewer) => (frames.at(-1) ?? snapshot).counters;

describe('a viewer', () => {
  it('starts from a snapshot and hears everything that follows, in every process', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    await say(person(0), sessionId, '早到的话');
    const here = await watching(app.url, sessionId);
    expect(here.snapshot).toMatchObject({ sessionId, status: 'on_air', from: 1, to: 2, cards: [] });
    const there = await watching(neighbour.url, sessionId);
    await Promise.all(upTo(4).map((n) => say(person(n), sessionId, `第${n}句`)));
    await until(() => placesOf(here).length === 6 && placesOf(there).length === 6);
    for (const viewer of [here, there]) {
      expect(placesOf(viewer)).toEqual(upTo(6));
      expect(framesFollow(viewer)).toBe(true);
    }
    const http = await feedOf(Person.visitor(app.url), sessionId);
    const heard = [here.snapshot, ...here.frames].flatMap((part) => part.events);
    expect(heard).toEqual(http.events);
  });

  it('misses nothing, however late it comes into a running conversation', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const talk = Promise.all(
      people.map(async (speaker, at) => {
        for (const n of upTo(5)) {
          await new Promise((resolve) => setTimeout(resolve, 40 * ((at + n) % 5)));
          await say(speaker, sessionId, `${at} ${n}`);
        }
      }),
    );
    const late: Viewer[] = [];
    for (const n of upTo(12)) {
      late.push(await watching(n % 2 === 0 ? app.url : neighbour.url, sessionId));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await talk;
    const last = (await feedOf(Person.visitor(app.url), sessionId)).to;
    await until(() => late.every((viewer) => placesOf(viewer).at(-1) === last));
    for (const viewer of late) {
      const places = placesOf(viewer);
      const first = viewer.snapshot.from;
      expect(places).toEqual(upTo(last).filter((place) => place >= first));
      expect(framesFollow(viewer)).toBe(true);
    }
  });

  it('gets the newest fifty, or what it does not know yet', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    await app.database.query(
      `INSERT INTO live_session_event (session_id, seq, kind, body)
       SELECT $1, place, 'notice', '{}' FROM generate_series(2, 80) AS place`,
      [sessionId],
    );
    await app.database.query('UPDATE live_session SET last_seq = 80 WHERE id = $1', [sessionId]);
    expect((await watching(app.url, sessionId)).snapshot).toMatchObject({ from: 31, to: 80 });
    expect((await watching(app.url, sessionId, 70)).snapshot).toMatchObject({ from: 71, to: 80 });
    const known = (await watching(app.url, sessionId, 80)).snapshot;
    expect(known).toMatchObject({ from: 81, to: 80, events: [] });
  });

  it('gets the cards that are shown now', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const [one, other] = stage.fair.openings.map((opening) => opening.jobPostingId);
    const cards = `${sessions}/${sessionId}/cards`;
    await stage.host.post(cards, { jobPostingId: one });
    await stage.host.post(cards, { jobPostingId: other });
    await stage.host.request('DELETE', `${cards}/${one}`);
    const { snapshot } = await watching(app.url, sessionId);
    expect(snapshot.cards.map((card) => card.body.jobPostingId)).toEqual([other]);
  });

  it('hears nothing more after leaving', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const viewer = await watching(app.url, sessionId);
    const left = await ask(viewer.socket, 'live-session.leave', { sessionId });
    expect(left).toEqual({ ok: true, data: null });
    const heard = viewer.frames.length;
    await say(person(0), sessionId, '听不见');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(viewer.frames).toHaveLength(heard);
  });

  it('is let in only where there is something to see, and not everywhere at once', async () => {
    const socket = await Person.visitor(app.url).socket();
    const join = (sessionId: unknown) => ask(socket, 'live-session.join', { sessionId });
    expect(await join(crypto.randomUUID())).toMatchObject({ code: 'resource.not-found' });
    expect(await join('x')).toMatchObject({ code: 'request.invalid' });
    expect(await ask(socket, 'live-session.join', null)).toMatchObject({ ok: false });
    const ids = await Promise.all(upTo(11).map(() => goOnAir(stage.host, stage.fair.fairId)));
    const replies = [];
    for (const id of ids) replies.push(await join(id));
    expect(replies.map((reply) => reply.ok)).toEqual([...Array(10).fill(true), false]);
    expect(replies.at(-1)).toMatchObject({ code: 'live-session.too-many-joined' });
    expect(await join(ids[0])).toMatchObject({ ok: true });
    socket.close();

    const hasty = await Person.visitor(app.url).socket();
    const all = ids.map((sessionId) => ask(hasty, 'live-session.join', { sessionId }));
    expect((await Promise.all(all)).filter((reply) => reply.ok)).toHaveLength(10);
    hasty.close();
  });
});

describe('the counters of a room', () => {
  it('count the viewers of all processes, at most once a second, and keep the peak', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const here = await watching(app.url, sessionId);
    const there = await watching(neighbour.url, sessionId);
    const third = await watching(neighbour.url, sessionId);
    await until(() => [here, there].every((viewer) => lastCounters(viewer).viewers === 3));
    third.socket.close();
    await until(() => [here, there].every((viewer) => lastCounters(viewer).viewers === 2));
    await say(person(0), sessionId, '一句');
    await until(() => [here, there].every((viewer) => lastCounters(viewer).messages === 1));
    const quiet = here.frames.length;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(here.frames).toHaveLength(quiet);
    const read = await stage.host.get<SessionBody>(`${sessions}/${sessionId}`);
    expect(read.body.peakViewers).toBe(3);
    const http = await feedOf(Person.visitor(app.url), sessionId);
    expect(http.counters).toEqual({ viewers: 2, messages: 1, applications: 0 });
  });

  it('forget the viewers of a process that died', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    await app.database.query(
      `INSERT INTO live_session_presence VALUES ($1, $2, 7, now()), ($1, $3, 5, now() - interval '16 s')`,
      [sessionId, crypto.randomUUID(), crypto.randomUUID()],
    );
    const viewer = await watching(app.url, sessionId);
    expect(viewer.snapshot.counters.viewers).toBe(7);
    await until(() => lastCounters(viewer).viewers === 8);
  });
});

describe('a message', () => {
  it('is one, whichever of two processes takes it first', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const send = async (url: string, { cookie }: Person) => {
      const answer = await fetch(`${url}${sessions}/${sessionId}/messages`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ text: '一次', clientKey: 'once' }),
      });
      return { status: answer.status, seq: ((await answer.json()) as { seq: number }).seq };
    };
    for (const n of upTo(4)) {
      const answers = await Promise.all(
        [app.url, neighbour.url, app.url, neighbour.url].map((url) => send(url, person(n))),
      );
      expect(statusesOf(answers)).toEqual([200, 200, 200, 201]);
      expect(new Set(answers.map((answer) => answer.seq)).size).toBe(1);
    }
    const { events } = await feedOf(Person.visitor(app.url), sessionId);
    expect(events.map((event) => event.seq)).toEqual(upTo(5));
  });
});
