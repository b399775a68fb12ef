import { makeMember, makeOperator } from '../../support/organizations.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { fairAt, fairPlan, inHours, move, organizer, until, statusesOf } from './fair-stage.js';
import type { FairBody } from './fair-stage.js';

let app: TestApp;
let zhou: Person;
let visitor: Person;

beforeAll(async () => {
  app = await startTestApp();
  zhou = await organizer(app);
  visitor = Person.visitor(app.url);
});
afterAll(() => app.stop());

const fairs = '/api/v1/fairs';

describe('planning a fair', () => {
  it('gives it back with its version, and everybody else nothing before it is published', async () => {
    const created = await zhou.post<FairBody>(fairs, fairPlan({ nameEn: ' Spring fair ' }));
    expect(created.status).toBe(201);
    expect(created.headers.get('etag')).toBe('"1"');
    expect(created.body).toMatchObject({
      nameEn: 'Spring fair',
      status: 'planned',
      timeZone: 'Asia/Shanghai',
      description: '',
      version: 1,
    });
    const path = `${fairs}/${created.body.id}`;
    const rival = await organizer(app);
    const foreign = await rival.get(path);
    const absent = await rival.get(`${fairs}/${zhou.userId}`);
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect(foreign.body.title).toBe(absent.body.title);
    expect((await visitor.get(path)).status).toBe(404);
    await move(zhou, created.body.id, 'registration_open');
    expect((await visitor.get<FairBody>(path)).body.status).toBe('registration_open');
  });

  it.each([
    ['an empty name', { name: '  ' }, 'name field.length'],
    ['a name with NUL', { name: 'a\u0000b' }, 'name field.length'],
    ['an end too early', { closesAt: inHours(0.5) }, 'closesAt fair.ends-before-start'],
    ['an end too late', { closesAt: inHours(24 * 120) }, 'closesAt fair.too-long'],
    ['a day for a moment', { opensAt: '2026-03-01' }, 'opensAt field.format'],
    ['a strange region', { regionCode: '990000' }, 'regionCode fair.unknown-region'],
    ['a strange time zone', { timeZone: 'Mars/Base' }, 'timeZone fair.unknown-time-zone'],
    ['a strange organizer', { organizerId: 'x' }, 'organizerId field.format'],
    ['a field of ours', { status: 'live' }, 'status field.unknown'],
  ])('refuses %s in words and with a code', async (_, change, expected) => {
    const answer = await zhou.post(fairs, fairPlan(change), { 'accept-language': 'en' });
    expect(answer.status).toBe(422);
    const errors = answer.body.errors as { field: string; code: string; message: string }[];
    expect(errors.map(({ field, code }) => `${field} ${code}`)).toEqual([expected]);
    expect(errors[0]?.message).toMatch(/^[A-Z]/);
  });

  it('is for organizers, each for the own organization, and for operators for any', async () => {
    const [somebody, operator] = [await app.person(), await app.person()];
    const foreignId = await makeMember(app, await app.person(), 'organizer', '别家');
    await makeOperator(app, operator);
    expect((await visitor.post(fairs, fairPlan())).status).toBe(401);
    expect((await somebody.post(fairs, fairPlan())).status).toBe(403);
    const foreign = await zhou.post(fairs, fairPlan({ organizerId: foreignId }));
    expect(foreign.body).toMatchObject({
      status: 422,
      errors: [{ field: 'organizerId', code: 'fair.unknown-organizer' }],
    });
    expect((await operator.post(fairs, fairPlan({ organizerId: foreignId }))).status).toBe(201);
    const nobody = await operator.post(fairs, fairPlan({ organizerId: zhou.userId }));
    expect(nobody.status).toBe(422);
  });

  it('makes one fair of a request that is sent twice', async () => {
    const plan = fairPlan();
    const headers = { 'idempotency-key': 'once' };
    const first = await zhou.post<FairBody>(fairs, plan, headers);
    const again = await zhou.post<FairBody>(fairs, plan, headers);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(first.body.id);
  });
});

describe('changing a fair', () => {
  const edit = (person: Person, id: string, body: object, version?: number) =>
    person.request<FairBody>(
      'PATCH',
      `${fairs}/${id}`,
      body,
      version === undefined ? {} : { 'if-match': `"${version}"` },
    );

  it('changes what is named, under the next version, for whoever knew the newest', async () => {
    const id = await fairAt(zhou);
    const edited = await edit(zhou, id, { name: '改名' }, 1);
    expect(edited.body).toMatchObject({ name: '改名', regionCode: '310115', version: 2 });
    expect(edited.headers.get('etag')).toBe('"2"');
    expect((await edit(zhou, id, { name: '再改' }, 1)).status).toBe(412);
    expect((await edit(zhou, id, { name: '再改' })).status).toBe(422);
    const rival = await organizer(app);
    expect((await edit(rival, id, { name: '别人的' }, 2)).status).toBe(404);
  });

  it('lets one of many concurrent changes through', async () => {
    const id = await fairAt(zhou);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => edit(zhou, id, { name: `第${n}个` }, 1)),
    );
    const statuses = statusesOf(answers);
    expect(statuses).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
  });

  it('keeps its agenda inside, its opening once open, and everything once it is over', async () => {
    const id = await fairAt(zhou, ['registration_open', 'booths_frozen', 'live']);
    const item = { kind: 'talk', title: '开幕', startsAt: inHours(2), endsAt: inHours(3) };
    expect((await zhou.post(`${fairs}/${id}/agenda-items`, item)).status).toBe(201);
    const cases = [
      [{ closesAt: inHours(2.5) }, 409, 'fair.agenda-outside'],
      [{ opensAt: inHours(0.5) }, 409, 'fair.already-open'],
      [{ closesAt: inHours(-1) }, 422, 'request.invalid'],
    ] as const;
    for (const [change, status, code] of cases) {
      expect((await edit(zhou, id, change, 1)).body).toMatchObject({ status, code });
    }
    await move(zhou, id, 'closed');
    expect((await edit(zhou, id, { name: '晚了' }, 1)).body).toMatchObject({ code: 'fair.over' });
  });
});

describe('the way of a fair', () => {
  it('goes step by step, and tells refused steps apart from foreign fairs', async () => {
    const id = await fairAt(zhou);
    const step = (person: Person, to: string) => person.post(`${fairs}/${id}/transitions`, { to });
    expect((await step(zhou, 'live')).body).toMatchObject({
      status: 409,
      code: 'fair.transition-refused',
    });
    expect((await step(await organizer(app), 'registration_open')).status).toBe(404);
    expect((await step(zhou, 'open')).status).toBe(422);
    for (const to of ['registration_open', 'booths_frozen', 'live', 'closed', 'reported']) {
      expect((await step(zhou, to)).body).toMatchObject({ status: to });
    }
    expect((await step(zhou, 'cancelled')).status).toBe(409);
    expect((await step(zhou, 'archived')).status).toBe(200);
  });

  it('follows its hours for every reader at once, and in the tables soon after', async () => {
    const past = { opensAt: inHours(-9), closesAt: inHours(-1) };
    const now = { opensAt: inHours(-1), closesAt: inHours(1) };
    const over = await fairAt(zhou, ['registration_open', 'booths_frozen'], past);
    const open = await fairAt(zhou, ['registration_open', 'booths_frozen'], now);
    const waiting = await fairAt(zhou, ['registration_open'], now);
    const statusOf = async (id: string) =>
      (await visitor.get<FairBody>(`${fairs}/${id}`)).body.status;
    expect(await Promise.all([over, open, waiting].map(statusOf))).toEqual([
      'closed',
      'live',
      'registration_open',
    ]);
    await until(async () => {
      const rows = await app.database.query<{ status: string }>(
        'SELECT status FROM fair WHERE id = ANY($1)',
        [[over, open]],
      );
      return (
        rows
          .map((row) => row.status)
          .sort()
          .join() === 'closed,live'
      );
    });
    expect(await Promise.all([over, open, waiting].map(statusOf))).toEqual([
      'closed',
      'live',
      'registration_open',
    ]);
  });

  it('takes the step of the hours before a step by hand', async () => {
    const id = await fairAt(zhou, ['registration_open'], {
      opensAt: inHours(-9),
      closesAt: inHours(-1),
    });
    await move(zhou, id, 'booths_frozen');
    await move(zhou, id, 'reported');
    const [row] = await app.database.query<{ status: string }>(
      'SELECT status FROM fair WHERE id = $1',
      [id],
    );
    expect(row?.status).toBe('reported');
  });
});
