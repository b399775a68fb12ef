import { expectOk, publishOpening, registerEmployer } from '../../support/employer.js';
import { makeMember, makeOperator } from '../../support/organizations.js';
import type { Answer, Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { applyForBooth, fairAt, inHours } from '../fair/fair-stage.js';
import { openFairWith, plan } from '../live-session/live-stage.js';
import { attempt, granted, refused } from './attempt.js';
import type { Attempt } from './attempt.js';

interface Ids {
  readonly organizer: string;
  readonly secret: string;
  readonly liveFair: string;
  readonly newFair: string;
  readonly booth: string;
  readonly agendaItem: string;
  readonly session: string;
  readonly application: string;
}

let app: TestApp;
/** Administers the first organizer; what that person may do at the second is the question. */
let person: Person;
let second: Person;
let ids: Ids;

beforeAll(async () => {
  app = await startTestApp({ WORKERS: 'external' });
  person = await app.person('周老师');
  await makeMember(app, person, 'organizer', '第一服务站');
  second = await app.person('吴老师');
  ids = await furnish(await makeMember(app, second, 'organizer', '第二服务站'));
}, 60_000);
afterAll(() => app.stop());

/** All that the second organizer has. */
async function furnish(organizer: string): Promise<Ids> {
  const operator = await app.person('孙主任');
  await makeOperator(app, operator);
  const employer = await registerEmployer(app, operator);
  const opening = await publishOpening(employer, operator, { title: '电工', headcount: 1 });
  const liveFair = await openFairWith(second, [{ employer, jobPostingId: opening }]);
  const newFair = await fairAt(second, ['registration_open']);
  const item = { kind: 'break', title: '午休', startsAt: inHours(2), endsAt: inHours(3) };
  const path = `/api/v1/fairs/${newFair}/agenda-items`;
  return {
    organizer,
    secret: await fairAt(second),
    liveFair,
    newFair,
    booth: await applyForBooth(employer, newFair),
    agendaItem: await idOf(second.post(path, item)),
    session: await idOf(second.post('/api/v1/live-sessions', plan(liveFair))),
    application: await stuckApplication(opening, liveFair),
  };
}

/** An application that waits for a person who runs it again. */
async function stuckApplication(jobPostingId: string, fairId: string): Promise<string> {
  const jobseeker = await app.person('王小明');
  const body = { jobPostingId, fairId, answers: {}, consent: true };
  const id = await idOf(jobseeker.post('/api/v1/applications', body));
  await app.database.query(`UPDATE application SET attention_reason = 'by hand' WHERE id = $1`, [
    id,
  ]);
  return id;
}

async function idOf(request: Promise<Answer>): Promise<string> {
  return String((await expectOk(request)).body.id);
}

function enter(organizationId: string, { email }: Person, role: string) {
  return expectOk(second.post(`/api/v1/organizations/${organizationId}/members`, { email, role }));
}

/** What nobody but those who look after companies, booths and numbers of the organizer may do. */
function reviewing(): Attempt[] {
  const booth = `/api/v1/fairs/${ids.newFair}/booths/${ids.booth}`;
  const statistics = `/api/v1/statistics/fairs/${ids.liveFair}`;
  return [
    attempt('decide on a booth', 'POST', `${booth}/transitions`, { to: 'approved' }),
    attempt('see a fair company by company', 'GET', `${statistics}/companies`),
    attempt('see who applied', 'GET', `${statistics}/applicants`),
    attempt('read an application', 'GET', `/api/v1/applications/${ids.application}`),
  ];
}

/** What nobody but those who host for the organizer may do. */
function hosting(): Attempt[] {
  const session = `/api/v1/live-sessions/${ids.session}`;
  return [
    attempt('schedule a session', 'POST', '/api/v1/live-sessions', plan(ids.liveFair)),
    attempt('go on air', 'POST', `${session}/transitions`, { to: 'on_air' }),
  ];
}

/** What nobody but its administrators may do. */
function administering(): Attempt[] {
  const fair = `/api/v1/fairs/${ids.newFair}`;
  const item = `${fair}/agenda-items/${ids.agendaItem}`;
  const added = { kind: 'break', title: '茶歇', startsAt: inHours(4), endsAt: inHours(5) };
  const retry = `/api/v1/applications/${ids.application}/retry`;
  return [
    attempt('plan a fair in its name', 'POST', '/api/v1/fairs', {
      organizerId: ids.organizer,
      name: '冒名招聘会',
      regionCode: '310115',
      opensAt: inHours(1),
      closesAt: inHours(2),
    }),
    attempt('edit a fair', 'PATCH', fair, { name: '改名' }, { 'if-match': '"1"' }),
    attempt('add to the agenda', 'POST', `${fair}/agenda-items`, added),
    attempt('edit the agenda', 'PATCH', item, { title: '长午休' }),
    attempt('cut the agenda', 'DELETE', item),
    { name: 'fill a fair', by: (who) => who.upload(`${fair}/company-imports`, companyFile) },
    attempt('freeze the booths', 'POST', `${fair}/transitions`, { to: 'booths_frozen' }),
    attempt('export a fair', 'GET', `/api/v1/statistics/fairs/${ids.liveFair}/export`),
    attempt('run an application again', 'POST', retry),
    attempt('list the members', 'GET', `/api/v1/organizations/${ids.organizer}/members`),
  ];
}

const companyFile =
  'credit_code,legal_name,legal_name_en,unit_type,industry_code,region_code,address,introduction,contact_name,contact_phone,contact_email\n';

describe('what somebody may do for one organizer', () => {
  it('counts for nothing at an organizer of strangers', async () => {
    const everything = [...reviewing(), ...hosting(), ...administering()];
    expect(await granted(person, everything)).toEqual([]);
    expect((await person.get(`/api/v1/fairs/${ids.secret}`)).status).toBe(404);
  });

  it('counts for nothing where that person only hosts', async () => {
    await enter(ids.organizer, person, 'host');
    expect(await granted(person, [...reviewing(), ...administering()])).toEqual([]);
    expect((await person.get(`/api/v1/fairs/${ids.secret}`)).status).toBe(200);
    const booths = await person.get(`/api/v1/fairs/${ids.newFair}/booths`);
    expect(booths).toMatchObject({ status: 200, body: { items: [] } });
  });

  it('counts for nothing where that person only reviews', async () => {
    await enter(ids.organizer, person, 'reviewer');
    expect(await granted(person, [...hosting(), ...administering()])).toEqual([]);
    const seen = await person.get<{ items: { id: string }[] }>('/api/v1/applications?scope=fair');
    expect(seen.body.items.map(({ id }) => id)).toEqual([ids.application]);
    const file = await person.get<string>('/api/v1/application-exports?scope=fair');
    expect(file.status).toBe(200);
    expect(file.body).not.toContain(ids.application);
  });

  it('is not lent by a role that looks at every fair', async () => {
    const reviewer = await app.person('审核员');
    await makeMember(app, reviewer, 'operator', '运营方', 'reviewer');
    await makeMember(app, reviewer, 'organizer', '第三服务站');
    expect(await granted(reviewer, [...hosting(), ...administering()])).toEqual([]);
  });

  it('is all there for those who have the role', async () => {
    const everything = [...reviewing(), ...hosting(), ...administering()];
    expect(await refused(second, everything)).toEqual([]);
    const file = await second.get<string>('/api/v1/application-exports?scope=fair');
    expect(file.body).toContain(ids.application);
  });
});
