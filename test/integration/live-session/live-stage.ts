import type { Socket } from 'socket.io-client';
import type {
  FeedEvent,
  LiveSessionFrame,
  LiveSessionReply,
  LiveSessionSnapshot,
} from '../../../src/modules/live-session/index.js';
import { expectOk } from '../../support/employer.js';
import type { Employer } from '../../support/employer.js';
import { openFair } from '../../support/open-fair.js';
import type { OpenFair } from '../../support/open-fair.js';
import type { Person } from '../../support/person.js';
import type { TestApp } from '../../support/start-app.js';

const hour = 3_600_000;
export const sessions = '/api/v1/live-sessions';

export interface SessionBody {
  id: string;
  status: string;
  hostName: string;
  companyName: string | null;
  peakViewers: number;
}

export interface Feed {
  from: number;
  to: number;
  events: FeedEvent[];
  counters: { viewers: number; messages: number; applications: number };
}

export function plan(fairId: string, changes: object = {}) {
  return {
    fairId,
    title: '企业直播',
    scheduledStart: new Date(Date.now() + hour / 60).toISOString(),
    scheduledEnd: new Date(Date.now() + hour).toISOString(),
    ...changes,
  };
}

/** An open fair in which these employers show an opening each. */
export async function openFairWith(
  operator: Person,
  stands: readonly { readonly employer: Employer; readonly jobPostingId: string }[],
): Promise<string> {
  const created = await expectOk(
    operator.post<{ id: string }>('/api/v1/fairs', {
      name: '直播招聘会',
      regionCode: '310115',
      opensAt: new Date(Date.now() - hour).toISOString(),
      closesAt: new Date(Date.now() + 24 * hour).toISOString(),
    }),
  );
  const path = `/api/v1/fairs/${created.body.id}`;
  await expectOk(operator.post(`${path}/transitions`, { to: 'registration_open' }));
  for (const { employer, jobPostingId } of stands) {
    const { person, companyId } = employer;
    const booth = await expectOk(person.post<{ id: string }>(`${path}/booths`, { companyId }));
    const boothPath = `${path}/booths/${booth.body.id}`;
    const jobPostingIds = [jobPostingId];
    await expectOk(person.request('PUT', `${boothPath}/job-postings`, { jobPostingIds }));
    await expectOk(operator.post(`${boothPath}/transitions`, { to: 'approved' }));
  }
  await expectOk(operator.post(`${path}/transitions`, { to: 'booths_frozen' }));
  return created.body.id;
}

export interface Stage {
  readonly fair: OpenFair;
  readonly host: Person;
  readonly sessionId: string;
}

/** A session on air in a fair that is open. */
export async function onAir(app: TestApp): Promise<Stage> {
  const fair = await openFair(app);
  const sessionId = await goOnAir(fair.operator, fair.fairId);
  return { fair, host: fair.operator, sessionId };
}

export async function goOnAir(host: Person, fairId: string): Promise<string> {
  const scheduled = await expectOk(host.post<SessionBody>(sessions, plan(fairId)));
  await expectOk(host.post(`${sessions}/${scheduled.body.id}/transitions`, { to: 'on_air' }));
  return scheduled.body.id;
}

let keys = 0;

export async function say(person: Person, sessionId: string, text: string, clientKey?: string) {
  keys += 1;
  return person.post<{ seq: number; code?: string }>(`${sessions}/${sessionId}/messages`, {
    text,
    clientKey: clientKey ?? `key ${keys}`,
  });
}

export async function feedOf(person: Person, sessionId: string, query = ''): Promise<Feed> {
  return (await expectOk(person.get<Feed>(`${sessions}/${sessionId}/events${query}`))).body;
}

/** Sends a message and gives its acknowledgement. */
export async function ask<Data>(
  socket: Socket,
  message: string,
  body: unknown,
): Promise<LiveSessionReply<Data>> {
  return (await socket.timeout(5_000).emitWithAck(message, body)) as LiveSessionReply<Data>;
}

/** A viewer with all that came over the wire, in order. */
export interface Viewer {
  readonly socket: Socket;
  readonly snapshot: LiveSessionSnapshot;
  readonly frames: LiveSessionFrame[];
}

export async function watch(person: Person, sessionId: string, since?: number): Promise<Viewer> {
  const socket = await person.socket();
  const frames: LiveSessionFrame[] = [];
  socket.on('live-session.frame', (frame: LiveSessionFrame) => frames.push(frame));
  const reply = await ask<LiveSessionSnapshot>(socket, 'live-session.join', { sessionId, since });
  if (!reply.ok) throw new Error(`Join was refused: ${reply.code}`);
  return { socket, snapshot: reply.data, frames };
}

/** The places that a viewer knows, as a client puts them together. */
export function placesOf({ snapshot, frames }: Viewer): number[] {
  const events = [snapshot, ...frames].flatMap((part) => part.events);
  return [...new Set(events.map((event) => event.seq))].sort((one, other) => one - other);
}

export function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

export function statusesOf(answers: readonly { readonly status: number }[]): number[] {
  return answers.map((answer) => answer.status).sort((one, other) => one - other);
}

export async function until(condition: () => boolean | Promise<boolean>, seconds = 10) {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not true within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
