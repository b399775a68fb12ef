import { publishOpening, registerEmployer } from '../../support/employer.js';
import type { Employer } from '../../support/employer.js';
import { makeOperator } from '../../support/organizations.js';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import {
  applyForBooth,
  counted,
  decide,
  differences,
  fairAt,
  move,
  organizer,
  show,
  until,
  statusesOf,
} from './fair-stage.js';
import type { BoothBody, Listed } from './fair-stage.js';

let app: TestApp;
let operator: Person;
let zhou: Person;
let visitor: Person;
let hongye: Employer;
let rival: Employer;
let opening: string;

beforeAll(async () => {
  app = await startTestApp();
  operator = await app.person('运营');
  await makeOperator(app, operator);
  zhou = await organizer(app);
  visitor = Person.visitor(app.url);
  hongye = await registerEmployer(app, operator);
  rival = await registerEmployer(app, operator);
  opening = await publishOpening(hongye, operator, { title: '焊工', headcount: 4 });
});
afterAll(() => app.stop());

const booths = (fairId: string) => `/api/v1/fairs/${fairId}/booths`;

describe('applying for a booth', () => {
  it('is for verified companies, by their own staff, while registration is open, once', async () => {
    const fairId = await fairAt(zhou, ['registration_open']);
    const early = await fairAt(zhou);
    const late = await fairAt(zhou, ['registration_open', 'booths_frozen']);
    const apply = ({ person }: Employer, id: string, companyId: string) =>
      person.post(booths(id), { companyId });
    expect((await apply(rival, fairId, hongye.companyId)).status).toBe(404);
    expect((await apply(hongye, early, hongye.companyId)).status).toBe(404);
    expect((await apply(hongye, late, hongye.companyId)).body).toMatchObject({
      status: 409,
      code: 'booth.registration-closed',
    });
    const taken = await apply(hongye, fairId, hongye.companyId);
    expect(taken).toMatchObject({ status: 201, body: { status: 'applied', position: null } });
    expect((await apply(hongye, fairId, hongye.companyId)).body).toMatchObject({
      status: 409,
      code: 'booth.exists',
    });
    expect((await visitor.post(booths(fairId), {})).status).toBe(401);
    expect((await hongye.person.post(booths(fairId), { companyId: 7 })).status).toBe(422);
  });

  it('makes one booth of many requests at once', async () => {
    const fairId = await fairAt(zhou, ['registration_open']);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        hongye.person.post(booths(fairId), { companyId: hongye.companyId }),
      ),
    );
    expect(statusesOf(answers)).toEqual([201, ...Array(7).fill(409)]);
  });
});

describe('deciding on a booth', () => {
  it('is the organizer’s; the company reads why, visitors see who takes part', async () => {
    const fairId = await fairAt(zhou, ['registration_open']);
    const boothId = await applyForBooth(hongye, fairId);
    const path = `${booths(fairId)}/${boothId}/transitions`;
    const listed = async (person: Person, query = '') =>
      (await person.get<Listed<BoothBody>>(`${booths(fairId)}${query}`)).body.items;
    const stranger = await organizer(app);
    expect((await stranger.post(path, { to: 'approved' })).status).toBe(404);
    expect((await hongye.person.post(path, { to: 'approved' })).status).toBe(403);
    expect(await listed(visitor)).toEqual([]);
    const answer = await zhou.post(path, { to: 'waitlisted', reason: '展位已满' });
    expect(answer.body).toMatchObject({ status: 'waitlisted', decisionReason: '展位已满' });
    expect(await listed(hongye.person)).toMatchObject([{ decisionReason: '展位已满' }]);
    expect(await listed(rival.person)).toEqual([]);
    expect((await zhou.post(path, { to: 'waitlisted' })).body).toMatchObject({
      code: 'booth.transition-refused',
    });
    await decide(zhou, fairId, boothId, 'approved');
    expect(await listed(visitor)).toMatchObject([
      { id: boothId, companyName: hongye.name, status: 'approved', position: 1 },
    ]);
    expect(await listed(zhou, '?status=waitlisted,rejected')).toEqual([]);
  });

  it('counts the company and what it shows from the approval until the rejection', async () => {
    const fairId = await fairAt(zhou, ['registration_open']);
    const scope = `fair:${fairId}`;
    const boothId = await applyForBooth(hongye, fairId);
    await show(hongye, fairId, boothId, [opening]);
    expect(await counted(app, scope)).toEqual({});
    await decide(zhou, fairId, boothId, 'approved');
    expect(await counted(app, scope)).toEqual({ companies: 1, postings: 1, headcount: 4 });
    await decide(zhou, fairId, boothId, 'rejected');
    expect(await counted(app, scope)).toEqual({});
    await decide(zhou, fairId, boothId, 'approved');
    await show(hongye, fairId, boothId, []);
    expect(await counted(app, scope)).toEqual({ companies: 1 });
    expect(await differences(app)).toEqual([]);
  });

  it('gives each approved booth its own place', async () => {
    const fairId = await fairAt(zhou, ['registration_open']);
    const employers = [hongye, rival, await registerEmployer(app, operator)];
    const ids = await Promise.all(employers.map((employer) => applyForBooth(employer, fairId)));
    await Promise.all(ids.map((id) => decide(zhou, fairId, id, 'approved')));
    const { body } = await visitor.get<Listed<BoothBody>>(`${booths(fairId)}?limit=2`);
    const rest = await visitor.get<Listed<BoothBody>>(
      `${booths(fairId)}?limit=2&cursor=${body.nextCursor}`,
    );
    const places = [...body.items, ...rest.body.items].map((booth) => booth.position);
    expect(places).toEqual([1, 2, 3]);
    expect(rest.body.nextCursor).toBeNull();
  });
});

describe('running a booth', () => {
  const presence = (employer: Employer, fairId: string, boothId: string, to: string) =>
    employer.person.post<BoothBody>(`${booths(fairId)}/${boothId}/presence`, { to });

  it('opens only while the fair is live, and ends with it', async () => {
    const fairId = await fairAt(zhou, ['registration_open']);
    const boothId = await applyForBooth(hongye, fairId);
    expect((await presence(hongye, fairId, boothId, 'set_up')).status).toBe(409);
    await decide(zhou, fairId, boothId, 'approved');
    expect((await presence(rival, fairId, boothId, 'set_up')).status).toBe(404);
    expect((await presence(hongye, fairId, boothId, 'set_up')).body.status).toBe('set_up');
    expect((await presence(hongye, fairId, boothId, 'online')).status).toBe(409);
    await move(zhou, fairId, 'booths_frozen');
    await move(zhou, fairId, 'live');
    for (const to of ['online', 'offline', 'online']) {
      expect((await presence(hongye, fairId, boothId, to)).body.status).toBe(to);
    }
    await move(zhou, fairId, 'closed');
    const { body } = await visitor.get<Listed<BoothBody>>(booths(fairId));
    expect(body.items).toMatchObject([{ status: 'offline' }]);
    expect((await presence(hongye, fairId, boothId, 'online')).status).toBe(409);
  });

  it('goes dark when the company is suspended in the middle of a fair', async () => {
    const employer = await registerEmployer(app, operator);
    const fairId = await fairAt(zhou, ['registration_open']);
    const boothId = await applyForBooth(employer, fairId);
    await decide(zhou, fairId, boothId, 'approved');
    await presence(employer, fairId, boothId, 'set_up');
    await move(zhou, fairId, 'booths_frozen');
    await move(zhou, fairId, 'live');
    await presence(employer, fairId, boothId, 'online');
    const path = `/api/v1/companies/${employer.companyId}/transitions`;
    expect((await operator.post(path, { to: 'suspended', reason: '举报属实' })).status).toBe(200);
    await until(async () => {
      const { body } = await zhou.get<Listed<BoothBody>>(booths(fairId));
      return body.items[0]?.status === 'offline';
    });
  });

  it('shows only published openings of its own company', async () => {
    const fairId = await fairAt(zhou, ['registration_open']);
    const boothId = await applyForBooth(hongye, fairId);
    const path = `${booths(fairId)}/${boothId}/job-postings`;
    const foreign = await publishOpening(rival, operator, { title: '电工', headcount: 1 });
    const choose = (employer: Employer, jobPostingIds: unknown) =>
      employer.person.request('PUT', path, { jobPostingIds });
    expect((await choose(hongye, [opening, foreign])).body).toMatchObject({
      status: 422,
      code: 'booth.postings-refused',
      title: '只能选择本企业正在发布的岗位，有 1 个不符合',
    });
    expect((await choose(rival, [foreign])).status).toBe(404);
    expect((await choose(hongye, ['x'])).status).toBe(422);
    expect((await choose(hongye, opening)).status).toBe(422);
    const chosen = await choose(hongye, [opening.toUpperCase(), opening]);
    expect(chosen.body).toMatchObject({ jobPostingCount: 1 });
    expect((await choose(hongye, [opening.toUpperCase()])).status).toBe(200);
  });
});
