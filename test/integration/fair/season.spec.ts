import { publishOpening, registerEmployer } from '../../support/employer.js';
import type { Employer } from '../../support/employer.js';
import { makeOperator } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
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
} from './fair-stage.js';

let app: TestApp;
let operator: Person;
let zhou: Person;

beforeAll(async () => {
  app = await startTestApp();
  operator = await app.person('运营');
  await makeOperator(app, operator);
  zhou = await organizer(app);
});
afterAll(() => app.stop());

interface Stand {
  employer: Employer;
  openings: string[];
}

async function stands(count: number, openingsEach: number): Promise<Stand[]> {
  const all: Stand[] = [];
  for (let at = 0; at < count; at += 1) {
    const employer = await registerEmployer(app, operator);
    const openings: string[] = [];
    for (let n = 1; n <= openingsEach; n += 1) {
      openings.push(await publishOpening(employer, operator, { title: `岗位${n}`, headcount: n }));
    }
    all.push({ employer, openings });
  }
  return all;
}

/** An approved booth that shows all openings of its company. */
async function place({ employer, openings }: Stand, fairId: string): Promise<string> {
  const boothId = await applyForBooth(employer, fairId);
  await show(employer, fairId, boothId, openings);
  await decide(zhou, fairId, boothId, 'approved');
  return boothId;
}

describe('the figures of the season', () => {
  it('count a company and an opening once, wherever they stand, and follow cancelled fairs', async () => {
    const [stand] = await stands(1, 2);
    if (!stand) throw new Error('A stand is there');
    const [first, second] = [
      await fairAt(zhou, ['registration_open']),
      await fairAt(zhou, ['registration_open']),
    ];
    await place(stand, first);
    await place(stand, second);
    const one = { companies: 1, postings: 2, headcount: 3 };
    expect(await counted(app, 'season')).toEqual({ ...one, fairs: 2 });
    expect(await counted(app, `fair:${first}`)).toEqual(one);
    expect(await counted(app, `fair:${second}`)).toEqual(one);
    await move(zhou, first, 'cancelled');
    expect(await counted(app, 'season')).toEqual({ ...one, fairs: 1 });
    expect(await counted(app, `fair:${first}`)).toEqual({});
    await move(zhou, second, 'cancelled');
    expect(await counted(app, 'season')).toEqual({});
    expect(await differences(app)).toEqual([]);
  });

  it('follow a company that changes how many people it looks for', async () => {
    const [stand] = await stands(1, 1);
    const opening = stand?.openings[0];
    if (!stand || !opening) throw new Error('A stand with an opening is there');
    const fairId = await fairAt(zhou, ['registration_open']);
    await place(stand, fairId);
    const path = `/api/v1/job-postings/${opening}`;
    const read = await stand.employer.person.get(path);
    const edited = await stand.employer.person.request(
      'PATCH',
      path,
      { headcount: 7 },
      { 'if-match': read.headers.get('etag') ?? '' },
    );
    expect(edited.status).toBe(200);
    await until(async () => (await counted(app, `fair:${fairId}`)).headcount === 7, 30);
    expect(await differences(app)).toEqual([]);
    await move(zhou, fairId, 'cancelled');
    expect(await counted(app, 'season')).toEqual({});
  }, 60_000);

  it('stay exact while many people decide, choose and cancel at once', async () => {
    const all = await stands(4, 3);
    const fairIds: string[] = [];
    for (let n = 0; n < 4; n += 1) fairIds.push(await fairAt(zhou, ['registration_open']));
    const booths = await Promise.all(
      fairIds.flatMap((fairId) =>
        all.map(async (stand) => ({
          stand,
          fairId,
          boothId: await applyForBooth(stand.employer, fairId),
        })),
      ),
    );
    const turns = booths.flatMap(({ stand, fairId, boothId }, at) => {
      const path = `/api/v1/fairs/${fairId}/booths/${boothId}`;
      const [first = '', ...others] = stand.openings;
      const choose = (jobPostingIds: string[]) =>
        stand.employer.person.request('PUT', `${path}/job-postings`, { jobPostingIds });
      return [
        () => zhou.post(`${path}/transitions`, { to: 'approved' }),
        () => choose(at % 2 === 0 ? stand.openings : [first]),
        () => choose(others),
        () => zhou.post(`${path}/transitions`, { to: at % 3 === 0 ? 'rejected' : 'waitlisted' }),
        () => zhou.post(`${path}/transitions`, { to: 'approved' }),
      ];
    });
    const cancel = () => zhou.post(`/api/v1/fairs/${fairIds[0]}/transitions`, { to: 'cancelled' });
    const answers = await Promise.all([...turns, cancel].map((turn) => turn()));
    const faults = answers.filter((answer) => answer.status >= 500);
    expect(faults.map((answer) => answer.body)).toEqual([]);
    expect(await differences(app)).toEqual([]);
    const season = await counted(app, 'season');
    expect(season.companies).toBeLessThanOrEqual(4);
    expect(season.fairs).toBe(3);
  }, 60_000);
});
