import type { Socket } from 'socket.io-client';
import { Reconciler } from '../../src/platform/counters/reconciler.js';
import { openFair } from '../support/open-fair.js';
import type { OpenFair } from '../support/open-fair.js';
import type { Person } from '../support/person.js';
import { Person as Visitor } from '../support/person.js';
import { startTestApp } from '../support/start-app.js';
import type { TestApp } from '../support/start-app.js';

interface Figure {
  readonly key: string;
  readonly value: number | null;
}
interface WallFrame {
  readonly figures: readonly Figure[];
}
interface FeedEvent {
  readonly seq: number;
  readonly kind: string;
}
interface FeedFrame {
  readonly events: readonly FeedEvent[];
}

/** One day of a fair, told once from the file to the figure: HTTP, sockets, queue and export. */
describe('a day of a fair', () => {
  let app: TestApp;
  let fair: OpenFair;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    fair = await openFair(app, { companies: 3, postingsEach: 2 });
  }, 120_000);
  afterAll(async () => {
    sockets.forEach((socket) => socket.disconnect());
    await app?.stop();
  });

  async function connected(person: Person): Promise<Socket> {
    const socket = await person.socket();
    sockets.push(socket);
    return socket;
  }

  async function goOnAir(): Promise<string> {
    const session = await fair.operator.post<{ id: string }>('/api/v1/live-sessions', {
      fairId: fair.fairId,
      companyId: fair.openings[0]?.companyId,
      title: '直播带岗',
      scheduledStart: new Date().toISOString(),
      scheduledEnd: new Date(Date.now() + 3_600_000).toISOString(),
    });
    expect(session.status).toBe(201);
    const path = `/api/v1/live-sessions/${session.body.id}/transitions`;
    expect((await fair.operator.post(path, { to: 'on_air' })).status).toBeLessThan(300);
    return session.body.id;
  }

  it('ends with one number on the wall, in the API, in the export and in the rows', async () => {
    const sessionId = await goOnAir();
    const wall = await connected(Visitor.visitor(app.url));
    const walls: WallFrame[] = [];
    wall.on('wall.frame', (frame: WallFrame) => walls.push(frame));
    const joined = await wall.timeout(5_000).emitWithAck('wall.join', {
      scope: 'fair',
      id: fair.fairId,
    });
    expect(joined).toMatchObject({ ok: true });

    const seekers = await Promise.all(Array.from({ length: 5 }, () => app.person()));
    const watching = await connected(seekers[0] as Person);
    const events: FeedEvent[] = [];
    watching.on('live-session.frame', (frame: FeedFrame) => events.push(...frame.events));
    await watching.timeout(5_000).emitWithAck('live-session.join', { sessionId });
    const said = await watching
      .timeout(5_000)
      .emitWithAck('live-session.say', { sessionId, text: '有夜班吗？', clientKey: 'first-line' });
    expect(said).toMatchObject({ ok: true });
    const jobPostingId = fair.openings[0]?.jobPostingId;
    const card = await fair.operator.post(`/api/v1/live-sessions/${sessionId}/cards`, {
      jobPostingId,
    });
    expect(card.status).toBeLessThan(300);
    await until(() => events.some(({ kind }) => kind === 'card'));
    const seqs = events.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((left, right) => left - right));

    for (const seeker of seekers) {
      const applied = await seeker.post('/api/v1/applications', {
        jobPostingId,
        fairId: fair.fairId,
        liveSessionId: sessionId,
        answers: {},
        consent: true,
      });
      expect(applied.status).toBe(201);
    }
    await app.settled();
    await until(() => figure(walls.at(-1)?.figures, 'processed') === 5);

    const answer = await fair.operator.get<{ figures: Figure[] }>(
      `/api/v1/statistics/fairs/${fair.fairId}`,
    );
    const file = await fair.operator.get<string>(
      `/api/v1/application-exports?fairId=${fair.fairId}`,
    );
    expect(figure(walls.at(-1)?.figures, 'applications')).toBe(5);
    expect(figure(answer.body.figures, 'applications')).toBe(5);
    expect(figure(answer.body.figures, 'applicants')).toBe(5);
    expect(file.body.trim().split('\r\n')).toHaveLength(6);
    expect(await app.app.get(Reconciler).reconcile()).toEqual([]);
  }, 60_000);
});

function figure(figures: readonly Figure[] | undefined, key: string): number | null | undefined {
  return figures?.find((candidate) => candidate.key === key)?.value;
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('It did not happen within 15 seconds');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
