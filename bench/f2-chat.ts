import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startApi } from '../src/main.js';
import { createApplyFixture } from './support/apply-fixture.js';
import type { ApplyFixture } from './support/apply-fixture.js';
import type { BenchContext } from './support/bench-context.js';
import { Chatters } from './support/chatters.js';
import { Crowd } from './support/crowd.js';
import type { Goal, SideResult } from './support/goal.js';
import { productEnvironment } from './support/product-api.js';
import { room, sendToRoom } from './support/room.js';

const viewers = 2_000;
const messagesPerSecond = 50;
const chatterCount = 200;
const warmUp = 600;
const text = (number: number) => `请问这个岗位要求几年经验？第 ${number} 问`;
const messageCount = ({ scale }: BenchContext) => Math.round(300 * scale);

/** More than it can keep up with in real time here, so it sends as fast as it can. */
async function emitEach(context: BenchContext): Promise<SideResult> {
  const event = 'live-session.message';
  return sendToRoom(context, {
    viewers,
    messages: messageCount(context),
    event,
    payload: (number) => ({
      seq: 100_000 + number,
      kind: 'chat',
      authorName: '李女士',
      body: { text: text(number) },
      createdAt: '2026-11-22T10:00:00.000Z',
    }),
    send: (server, message) => server.to(room).emit(event, message),
  });
}

/** The whole way: a signed-in socket, durable place in the feed, tick, frame, socket. */
async function throughTheFeed(context: BenchContext): Promise<SideResult> {
  const count = messageCount(context);
  const fixture = await createApplyFixture(await context.createDatabase());
  const sessionId = await goOnAir(fixture);
  const api = await startApi(productEnvironment(context, fixture));
  const port = Number(new URL(api.url).port);
  const join = `420${JSON.stringify(['live-session.join', { sessionId }])}`;
  const greetings = ['40', join];
  const crowd = await Crowd.join({ address: '127.0.0.1', port, viewers, greetings });
  const cookies = fixture.people.slice(0, chatterCount).map((person) => person.cookie);
  const chatters = await Chatters.join({ port, sessionId, cookies });
  const say = async (from: number, to: number, pace?: number) => {
    const texts = Array.from({ length: to - from }, (_, index) => text(from + index));
    const acknowledged = await chatters.say({ texts, ...(pace && { pace }) });
    if (acknowledged !== to - from) throw new Error(`${acknowledged} of ${to - from} were said.`);
    await crowd.whenQuiet(250);
  };
  await say(0, warmUp);
  // The room hears of its own growth, then of nothing more.
  await sleep(3_000);
  await crowd.count();
  const cost = await context.measure(() => say(warmUp, warmUp + count, 1_000 / messagesPerSecond));
  chatters.leave();
  const { transcript, differences } = await crowd.finish();
  differences.push(...(await compareWithFeed(fixture, transcript, count)));
  return { units: viewers * count, cost, differences };
}

async function goOnAir({ databaseUrl, fairId }: ApplyFixture): Promise<string> {
  const rows = await query<{ id: string }>(
    databaseUrl,
    `INSERT INTO live_session (id, fair_id, title, host_id, host_name, scheduled_start,
       scheduled_end, status, started_at)
     SELECT uuidv7(), $1, '直播带岗', id, name, now(), now() + interval '2 hours', 'on_air', now()
     FROM "user" LIMIT 1 RETURNING id`,
    [fairId],
  );
  return rows[0]?.id ?? '';
}

interface Frame {
  from: number;
  to: number;
  events: { seq: number; body: { text: string } }[];
}

/** Every frame begins where the last one ended, and all together say what the feed holds. */
async function compareWithFeed(fixture: ApplyFixture, transcript: string[], count: number) {
  const differences: string[] = [];
  const frames = transcript.map((message) => (JSON.parse(message.slice(2)) as [string, Frame])[1]);
  let last = warmUp;
  for (const { from, to } of frames) {
    if (from !== last + 1) differences.push(`A frame begins at ${from} after ${last}.`);
    last = to;
  }
  const heard = frames.flatMap(({ events }) =>
    events.map(({ seq, body }) => `${seq} ${body.text}`),
  );
  const rows = await query<{ seq: string; said: string }>(
    fixture.databaseUrl,
    `SELECT seq, body ->> 'text' AS said FROM live_session_event WHERE seq > $1 ORDER BY seq`,
    [warmUp],
  );
  const said = rows.map((row) => `${row.seq} ${row.said}`);
  if (said.length !== count) differences.push(`${said.length} of ${count} messages are kept.`);
  if (heard.join('\n') !== said.join('\n')) differences.push('The room heard something else.');
  return differences;
}

async function query<Row extends pg.QueryResultRow>(
  databaseUrl: string,
  sql: string,
  values: unknown[],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Row>(sql, values);
  await client.end();
  return rows;
}

export const goal: Goal = {
  id: 'F2',
  title:
    'CPU per chat message and viewer at 50 messages a second, against stock Socket.IO emit per message',
  unit: 'message to one viewer',
  ratio: 'cost',
  must: 0.12,
  reference: emitEach,
  product: throughTheFeed,
};
