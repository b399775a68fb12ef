import type { LiveSessionFrame } from '../../../src/modules/live-session/index.js';
import type { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import {
  feedOf,
  goOnAir,
  onAir,
  placesOf,
  say,
  statusesOf,
  until,
  upTo,
  watch,
} from './live-stage.js';
import type { Stage } from './live-stage.js';

let app: TestApp;
let stage: Stage;
let people: Person[];

beforeAll(async () => {
  app = await startTestApp();
  stage = await onAir(app);
  people = await Promise.all(upTo(8).map((n) => app.person(`观众${n}`)));
}, 60_000);
afterAll(() => app.stop());

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function person(n: number): Person {
  const found = people[n % people.length];
  if (!found) throw new Error('There are people');
  return found;
}

describe('the frames', () => {
  it('are few: one for all that was said meanwhile', async () => {
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const viewer = await watch(person(0), sessionId);
    await Promise.all(
      people.flatMap((speaker) => upTo(3).map((n) => say(speaker, sessionId, `${n}`))),
    );
    await until(() => placesOf(viewer).length === 1 + 3 * people.length);
    const withEvents = viewer.frames.filter((frame) => frame.events.length > 0);
    expect(withEvents.length).toBeLessThan(10);
    viewer.socket.close();
  });

  it('show a conversation as soon as it is written, which is once for each of them', async () => {
    await sleep(2_000); // Everybody may speak again.
    const sessionId = await goOnAir(stage.host, stage.fair.fairId);
    const viewer = await watch(person(0), sessionId);
    const shownAt = new Map<number, number>();
    viewer.socket.on('live-session.frame', (frame: LiveSessionFrame) => {
      for (const { seq } of frame.events) shownAt.set(seq, performance.now());
    });
    const delays = await Promise.all(
      upTo(24).map(async (n) => {
        await sleep(n * 40);
        const { body } = await say(person(n), sessionId, `第${n}句`);
        const writtenAt = performance.now();
        await until(() => shownAt.has(body.seq));
        return (shownAt.get(body.seq) ?? Infinity) - writtenAt;
      }),
    );
    expect(Math.max(...delays)).toBeLessThan(500);
    const statements = await app.database.query(
      `SELECT DISTINCT created_at FROM live_session_event
       WHERE session_id = $1 AND kind = 'chat'`,
      [sessionId],
    );
    expect(statements.length).toBeLessThan(12);
    viewer.socket.close();
  });

  it('reach the other rooms while somebody holds one feed', async () => {
    const held = await goOnAir(stage.host, stage.fair.fairId);
    const other = await goOnAir(stage.host, stage.fair.fairId);
    const viewer = await watch(person(0), other);
    const { said } = await app.database.transaction(async (transaction) => {
      await transaction.query('SELECT FROM live_session WHERE id = $1 FOR UPDATE', [held]);
      await say(person(5), other, '先说');
      const waiting = [say(person(6), held, '一'), say(person(7), held, '二')];
      await sleep(300);
      await app.database.query(
        `WITH advanced AS (
           UPDATE live_session SET last_seq = last_seq + 1 WHERE id = $1 RETURNING id, last_seq)
         INSERT INTO live_session_event (session_id, seq, kind, body)
         SELECT id, last_seq, 'notice', '{}' FROM advanced`,
        [other],
      );
      await until(() => placesOf(viewer).at(-1) === 3);
      return { said: waiting };
    });
    expect(statusesOf(await Promise.all(said))).toEqual([201, 201]);
    expect((await feedOf(person(0), held)).to).toBe(3);
    viewer.socket.close();
  });
});
