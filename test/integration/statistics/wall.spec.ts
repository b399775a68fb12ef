import type { Socket } from 'socket.io-client';
import type { WallFrame } from '../../../src/modules/statistics/statistics.socket-events.js';
import { expectOk } from '../../support/employer.js';
import { Person } from '../../support/person.js';
import { startSmallSeason } from './small-season.js';
import type { SmallSeason } from './small-season.js';

interface Answer {
  ok: boolean;
  data?: WallFrame;
  code?: string;
  title?: string;
  errors?: { field: string; code: string }[];
}

describe('the wall', () => {
  let season: SmallSeason;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    season = await startSmallSeason();
  });

  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.disconnect();
  });

  afterAll(async () => {
    await season.app.stop();
  });

  /** A screen that nobody has signed in on. */
  async function screen(person = Person.visitor(season.app.url)) {
    const socket = await person.socket();
    sockets.push(socket);
    const frames: WallFrame[] = [];
    socket.on('wall.frame', (frame: WallFrame) => frames.push(frame));
    const ask = (event: string, message: unknown): Promise<Answer> =>
      socket.timeout(5_000).emitWithAck(event, message) as Promise<Answer>;
    return { socket, frames, ask };
  }

  const valueIn = (frame: Pick<WallFrame, 'figures'> | undefined, key: string) =>
    frame?.figures.find((figure) => figure.key === key)?.value;

  it('shows at once what HTTP says', async () => {
    const { ask } = await screen();
    const { ok, data } = await ask('wall.join', { scope: 'fair', id: season.spring });
    const http = await expectOk(
      season.operator.get<WallFrame>(`/api/v1/statistics/fairs/${season.spring}`),
    );
    expect(ok).toBe(true);
    expect(data).toMatchObject({ scope: 'fair', id: season.spring });
    expect(data?.figures).toEqual(http.body.figures);
  });

  it('counts an application by itself, on the walls that count it', async () => {
    const whole = await screen();
    const spring = await screen();
    const autumn = await screen();
    await whole.ask('wall.join', { scope: 'season' });
    const joined = await spring.ask('wall.join', { scope: 'fair', id: season.spring });
    const before = await autumn.ask('wall.join', { scope: 'fair', id: season.autumn });
    const person = await season.app.person();
    const sum = valueIn(before.data, 'applications') ?? 0;
    await season.apply(person, season.openings[2], season.autumn);
    await until(() => valueIn(autumn.frames.at(-1), 'applications') === sum + 1);
    await until(() => valueIn(whole.frames.at(-1), 'applications') === 6);
    await season.app.settled();
    await until(() => valueIn(autumn.frames.at(-1), 'pending') === 0);
    // Where nothing changed there may have been no frame since the answer.
    expect(valueIn(spring.frames.at(-1) ?? joined.data, 'applications')).toBe(3);
    expect(new Set(autumn.frames.map(({ id }) => id))).toEqual(new Set([season.autumn]));
    expect(new Set(whole.frames.map(({ scope }) => scope))).toEqual(new Set(['season']));
  });

  it('hears nothing but a rare sign of life while nothing changes', async () => {
    const { frames, ask } = await screen();
    await ask('wall.join', { scope: 'fair', id: season.spring });
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    // The frame after the join, and at most one heartbeat.
    expect(frames.length).toBeLessThanOrEqual(2);
  });

  it('hears at most one frame a second while much changes', async () => {
    const { frames, ask } = await screen();
    await ask('wall.join', { scope: 'season' });
    const started = Date.now();
    while (Date.now() - started < 4_000) {
      await expectOk(season.operator.post(`/api/v1/fairs/${season.spring}/visits`));
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(frames.length).toBeGreaterThanOrEqual(2);
    expect(frames.length).toBeLessThanOrEqual((Date.now() - started) / 1_000 + 1);
  });

  it('never goes back in time', async () => {
    const { frames, ask } = await screen();
    const joined = await ask('wall.join', { scope: 'season' });
    const people = await Promise.all(Array.from({ length: 6 }, () => season.app.person()));
    for (const person of people) {
      await season.apply(person, season.openings[0], season.spring);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    await until(() => valueIn(frames.at(-1), 'applications') === 12);
    const again = await ask('wall.join', { scope: 'season' });
    const times = [joined.data, ...frames].map((frame) => Date.parse(frame?.takenAt ?? ''));
    expect(times).toEqual([...times].sort((left, right) => left - right));
    expect(Date.parse(again.data?.takenAt ?? '')).toBeGreaterThanOrEqual(times[0] ?? 0);
    const counts = frames.map((frame) => valueIn(frame, 'applications') ?? 0);
    expect(counts).toEqual([...counts].sort((left, right) => left - right));
  });

  it('falls silent after leaving', async () => {
    const { frames, ask } = await screen();
    await ask('wall.join', { scope: 'fair', id: season.autumn });
    await ask('wall.join', { scope: 'season' });
    expect(await ask('wall.leave', { scope: 'fair', id: season.autumn })).toMatchObject({
      ok: true,
    });
    const before = frames.length;
    const person = await season.app.person();
    await season.apply(person, season.openings[2], season.autumn);
    await until(() => frames.slice(before).some(({ scope }) => scope === 'season'));
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(frames.slice(before).filter(({ scope }) => scope === 'fair')).toEqual([]);
  });

  it('takes the id of a fair in either case of its letters', async () => {
    const { frames, ask } = await screen();
    const { data } = await ask('wall.join', { scope: 'fair', id: season.spring.toUpperCase() });
    expect(data?.id).toBe(season.spring);
    await until(() => frames.length > 0);
    expect(frames[0]?.id).toBe(season.spring);
  });

  it('is not shown for a fair that is not published, but to its organizer', async () => {
    const place = { scope: 'fair', id: season.planned };
    const visitor = await screen();
    expect(await visitor.ask('wall.join', place)).toMatchObject({
      ok: false,
      code: 'resource.not-found',
    });
    const organizer = await screen(season.organizer);
    expect(await organizer.ask('wall.join', place)).toMatchObject({ ok: true });
  });

  it.each([
    [{ scope: 'fair' }, 'id', 'field.required'],
    [{ scope: 'fair', id: 'x' }, 'id', 'field.format'],
    [{ scope: 'fair', id: 7 }, 'id', 'field.format'],
    [{ scope: 'company', id: '01890000-0000-7000-8000-000000000000' }, 'scope', 'field.choice'],
    [{ scope: ['season'] }, 'scope', 'field.choice'],
    [{ scope: 'season', colour: 'red' }, 'colour', 'field.unknown'],
    [{}, 'scope', 'field.choice'],
    ['season', 'scope', 'field.choice'],
    [null, 'scope', 'field.choice'],
    [[], 'scope', 'field.choice'],
  ])('refuses %j with the field that is wrong', async (message, field, code) => {
    const { ask } = await screen();
    for (const event of ['wall.join', 'wall.leave']) {
      const answer = await ask(event, message);
      expect([event, answer.ok]).toEqual([event, false]);
      expect(['request.invalid', 'request.malformed']).toContain(answer.code);
      if (answer.errors)
        expect(answer.errors).toContainEqual(expect.objectContaining({ field, code }));
    }
  });

  it('refuses a fair that does not exist', async () => {
    const { ask } = await screen();
    const id = '01890000-0000-7000-8000-000000000000';
    expect(await ask('wall.join', { scope: 'fair', id })).toMatchObject({
      ok: false,
      code: 'resource.not-found',
      title: expect.stringMatching(/\p{Script=Han}/u) as string,
    });
  });

  it('takes its figures once for a crowd that comes at the same time', async () => {
    const screens = await Promise.all(Array.from({ length: 40 }, () => screen()));
    const answers = await Promise.all(
      screens.map(({ ask }) => ask('wall.join', { scope: 'season' })),
    );
    const moments = new Set(answers.map(({ data }) => data?.takenAt));
    expect(moments.size).toBeLessThanOrEqual(2);
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  const started = Date.now();
  while (!isTrue()) {
    if (Date.now() - started > 8_000) throw new Error('It did not happen within 8 seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
