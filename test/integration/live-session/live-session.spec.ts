import { registerEmployer, publishOpening } from '../../support/employer.js';
import type { Employer } from '../../support/employer.js';
import { makeOperator, makeOrganizer } from '../../support/organizations.js';
import { Person } from '../../support/person.js';
import { openFair } from '../../support/open-fair.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { feedOf, goOnAir, openFairWith, plan, sessions, until, statusesOf } from './live-stage.js';
import type { SessionBody } from './live-stage.js';

let app: TestApp;
let visitor: Person;
let operator: Person;
let employer: Employer;
let rival: Employer;
let fairId: string;
/** Openings of the two that stand in the fair. */
let opening: string;
let foreign: string;

beforeAll(async () => {
  app = await startTestApp();
  visitor = Person.visitor(app.url);
  operator = await app.person('运营');
  await makeOperator(app, operator);
  employer = await registerEmployer(app, operator);
  rival = await registerEmployer(app, operator);
  opening = await publishOpening(employer, operator, { title: '直播员', headcount: 2 });
  foreign = await publishOpening(rival, operator, { title: '化妆师', headcount: 1 });
  fairId = await openFairWith(operator, [
    { employer, jobPostingId: opening },
    { employer: rival, jobPostingId: foreign },
  ]);
}, 60_000);
afterAll(() => app.stop());

const move = (person: Person, id: string, to: string) =>
  person.post<SessionBody & { code?: string }>(`${sessions}/${id}/transitions`, { to });

describe('scheduling a session', () => {
  it('is for the organizer and for the staff of a company that has a booth', async () => {
    const own = await employer.person.post<SessionBody>(
      sessions,
      plan(fairId, { companyId: employer.companyId }),
    );
    expect(own).toMatchObject({
      status: 201,
      body: { status: 'scheduled', companyName: employer.name, hostName: '李经理' },
    });
    expect((await visitor.get(`${sessions}/${own.body.id}`)).status).toBe(200);
    const general = await operator.post(sessions, plan(fairId));
    expect(general).toMatchObject({ status: 201, body: { companyName: null } });
    const asOrganizer = await employer.person.post(sessions, plan(fairId));
    expect(asOrganizer.status).toBe(404);
    const others = plan(fairId, { companyId: rival.companyId });
    expect((await employer.person.post(sessions, others)).status).toBe(404);
    expect((await visitor.post(sessions, plan(fairId))).status).toBe(401);
    expect((await (await app.person()).post(sessions, plan(fairId))).status).toBe(403);
    const stranger = await app.person();
    await makeOrganizer(app, stranger);
    expect((await stranger.post(sessions, plan(fairId))).status).toBe(404);
  });

  it('names whoever hosts it, if there is such an account', async () => {
    const host = await app.person('主播小陈');
    const hosted = await operator.post(sessions, plan(fairId, { hostId: host.userId }));
    expect(hosted.body).toMatchObject({ hostName: '主播小陈' });
  });

  it.each([
    ['no title', { title: ' ' }, 'title field.length'],
    ['an end before the start', { scheduledEnd: inHours(-1) }, 'scheduledEnd live-session.length'],
    [
      'a start before the fair',
      { scheduledStart: inHours(-3) },
      'scheduledStart live-session.outside-fair',
    ],
    ['a strange host', { hostId: crypto.randomUUID() }, 'hostId live-session.unknown-host'],
    [
      'a strange agenda item',
      { agendaItemId: crypto.randomUUID() },
      'agendaItemId live-session.unknown-agenda-item',
    ],
    ['no moment', { scheduledStart: 'soon' }, 'scheduledStart field.format'],
  ])('is refused with %s', async (_, change, expected) => {
    const answer = await operator.post(sessions, plan(fairId, change));
    expect(answer.status).toBe(422);
    const errors = answer.body.errors as { field: string; code: string }[];
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual([expected]);
  });

  it('is refused for a company without a booth', async () => {
    const { companyId } = await registerEmployer(app, operator);
    const answer = await operator.post(sessions, plan(fairId, { companyId }));
    expect(answer.body.errors).toMatchObject([
      { field: 'companyId', code: 'live-session.company-not-in-fair' },
    ]);
  });

  it('lists sessions in the order of their start', async () => {
    const at = (minutes: number) => ({
      title: '次序',
      scheduledStart: inHours(minutes / 60),
      scheduledEnd: inHours(2),
    });
    const other = await openFair(app);
    const ids: string[] = [];
    for (const minutes of [30, 10, 20]) {
      const { body } = await other.operator.post<SessionBody>(
        sessions,
        plan(other.fairId, at(minutes)),
      );
      ids.push(body.id);
    }
    const list = async (query: string) => {
      const { body } = await visitor.get<{ items: SessionBody[]; nextCursor: string | null }>(
        `${sessions}?fairId=${other.fairId}${query}`,
      );
      return { ids: body.items.map(({ id }) => id), nextCursor: body.nextCursor };
    };
    expect((await list('')).ids).toEqual([ids[1], ids[2], ids[0]]);
    const first = await list('&limit=2');
    expect(first.ids).toEqual([ids[1], ids[2]]);
    expect((await list(`&limit=2&cursor=${first.nextCursor}`)).ids).toEqual([ids[0]]);
    expect((await list('&status=on_air,ended')).ids).toEqual([]);
    expect((await visitor.get(`${sessions}?cursor=WyJ4IiwieSJd`)).status).toBe(422);
  });
});

async function waitingForLocks(): Promise<number> {
  const rows = await app.database.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length;
}

function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

describe('going on air', () => {
  it('takes every step that there is, and stands in the feed', async () => {
    const id = await goOnAir(operator, fairId);
    expect((await move(operator, id, 'on_air')).body.code).toBe('live-session.transition-refused');
    expect((await move(operator, id, 'scheduled')).status).toBe(422);
    expect((await move(employer.person, id, 'ended')).status).toBe(404);
    expect((await move(await app.person(), id, 'ended')).status).toBe(403);
    expect((await move(operator, id, 'ended')).body.status).toBe('ended');
    const { events } = await feedOf(visitor, id);
    expect(events.map((event) => event.body.status)).toEqual(['on_air', 'ended']);
  });

  it('ends with its fair, and what was to come is cancelled', async () => {
    const other = await openFair(app);
    const running = await goOnAir(other.operator, other.fairId);
    const planned = await other.operator.post<SessionBody>(sessions, plan(other.fairId));
    const path = `/api/v1/fairs/${other.fairId}/transitions`;
    expect((await other.operator.post(path, { to: 'closed' })).status).toBe(200);
    const statusOf = async (id: string) =>
      (await visitor.get<SessionBody>(`${sessions}/${id}`)).body.status;
    await until(async () => (await statusOf(running)) === 'ended');
    await until(async () => (await statusOf(planned.body.id)) === 'cancelled');
    expect((await feedOf(visitor, running)).events.at(-1)?.body).toEqual({ status: 'ended' });
    const late = await other.operator.post(sessions, plan(other.fairId));
    expect(late.body).toMatchObject({ code: 'live-session.fair-over' });
  });

  it('is too late, like scheduling, for a fair that is being closed at that very moment', async () => {
    const other = await openFair(app);
    const planned = await other.operator.post<SessionBody>(sessions, plan(other.fairId));
    const answers = await app.database.transaction(async (closing) => {
      await closing.query(`UPDATE fair SET status = 'closed' WHERE id = $1`, [other.fairId]);
      const begun = [
        move(other.operator, planned.body.id, 'on_air'),
        other.operator.post<SessionBody & { code?: string }>(sessions, plan(other.fairId)),
      ];
      // Both have seen an open fair by now and wait for what becomes of it.
      await until(async () => (await waitingForLocks()) === 2);
      return begun;
    });
    const codes = (await Promise.all(answers)).map(({ status, body }) => [status, body.code]);
    expect(codes).toEqual([
      [409, 'live-session.fair-not-live'],
      [409, 'live-session.fair-over'],
    ]);
  });

  it('waits for the fair to open', async () => {
    const early = await operator.post<{ id: string }>('/api/v1/fairs', {
      name: '明天的招聘会',
      regionCode: '310115',
      opensAt: inHours(0),
      closesAt: inHours(9),
    });
    const { body } = await operator.post<SessionBody>(sessions, plan(early.body.id));
    expect((await visitor.get(`${sessions}/${body.id}`)).status).toBe(404);
    expect((await move(operator, body.id, 'on_air')).body.code).toBe('live-session.fair-not-live');
  });
});

describe('cards', () => {
  const cards = (id: string) => `${sessions}/${id}/cards`;

  it('hold a published opening of the fair up until they are withdrawn', async () => {
    const id = await goOnAir(operator, fairId);
    const push = () => operator.post<{ seq: number }>(cards(id), { jobPostingId: opening });
    const pushed = await Promise.all([push(), push(), push()]);
    expect(statusesOf(pushed)).toEqual([200, 200, 201]);
    expect(new Set(pushed.map((answer) => answer.body.seq)).size).toBe(1);
    expect(pushed[0].body).toMatchObject({
      kind: 'card',
      body: { jobPostingId: opening, title: '直播员', companyName: employer.name, payMin: 800_000 },
    });
    const withdraw = () => operator.request('DELETE', `${cards(id)}/${opening}`);
    expect((await withdraw()).status).toBe(204);
    expect((await withdraw()).status).toBe(204);
    expect((await push()).status).toBe(201);
    const { events } = await feedOf(visitor, id);
    expect(events.map((event) => event.kind)).toEqual(['status', 'card', 'card_withdrawn', 'card']);
  });

  it('are refused for what is not published, not in the fair, or somebody else’s', async () => {
    const { body } = await employer.person.post<SessionBody>(
      sessions,
      plan(fairId, { companyId: employer.companyId }),
    );
    const elsewhere = await publishOpening(employer, operator, {
      title: '别处',
      headcount: 1,
    });
    const codes = async (jobPostingId: unknown) => {
      const answer = await employer.person.post(cards(body.id), { jobPostingId });
      const [first] = (answer.body.errors ?? []) as { code: string }[];
      return [answer.status, first?.code ?? answer.body.code];
    };
    expect(await codes(opening)).toEqual([409, 'live-session.not-on-air']);
    await move(employer.person, body.id, 'on_air');
    expect(await codes(elsewhere)).toEqual([422, 'live-session.posting-not-in-fair']);
    expect(await codes(crypto.randomUUID())).toEqual([422, 'live-session.posting-not-in-fair']);
    expect(await codes('x')).toEqual([422, 'field.format']);
    expect(await codes(foreign)).toEqual([422, 'live-session.posting-of-other-company']);
    expect(await codes(opening)).toEqual([201, undefined]);
    const stranger = await app.person();
    expect((await stranger.post(cards(body.id), { jobPostingId: opening })).status).toBe(403);
  });

  it('are withdrawn by themselves when nobody can apply any more', async () => {
    const id = await goOnAir(operator, fairId);
    const jobPostingId = foreign;
    expect((await operator.post(cards(id), { jobPostingId })).status).toBe(201);
    const step = { to: 'taken_down', reason: '内容违规' };
    await operator.post(`/api/v1/job-postings/${jobPostingId}/transitions`, step);
    await until(async () => (await feedOf(visitor, id)).events.at(-1)?.kind === 'card_withdrawn');
    const refused = await operator.post(cards(id), { jobPostingId });
    expect(refused.body.errors).toMatchObject([{ code: 'live-session.posting-not-published' }]);
  });
});
