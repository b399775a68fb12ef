import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';
import { counted, differences, fairAt, organizer } from './fair-stage.js';

let app: TestApp;
let zhou: Person;
let visitor: Person;

beforeAll(async () => {
  app = await startTestApp();
  zhou = await organizer(app);
  visitor = Person.visitor(app.url);
});
afterAll(() => app.stop());

const visit = (person: Person, fairId: string, browser: string) =>
  person.request('POST', `/api/v1/fairs/${fairId}/visits`, undefined, { 'user-agent': browser });

describe('visits of a fair', () => {
  it('count views, and each visitor once a day in each fair', async () => {
    const [first, second] = [
      await fairAt(zhou, ['registration_open']),
      await fairAt(zhou, ['registration_open']),
    ];
    const person = await app.person();
    const answers = await Promise.all([
      visit(visitor, first, 'one'),
      visit(visitor, first, 'one'),
      visit(visitor, first, 'two'),
      visit(person, first, 'two'),
      visit(person, first, 'three'),
      visit(visitor, second, 'one'),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(Array(6).fill(204));
    expect(await counted(app, `fair:${first}`)).toEqual({ views: 5, visitors: 3 });
    expect(await counted(app, `fair:${second}`)).toEqual({ views: 1, visitors: 1 });
    expect(await counted(app, 'season')).toMatchObject({ views: 6, visitors: 4 });
    expect(await differences(app)).toEqual([]);
  });

  it('keep nothing that leads back to a person', async () => {
    const fairId = await fairAt(zhou, ['registration_open']);
    await visit(visitor, fairId, 'one');
    const [row] = await app.database.query<{ text: string }>(
      'SELECT fair_visitor::text AS text FROM fair_visitor WHERE fair_id = $1',
      [fairId],
    );
    expect(row?.text).not.toMatch(/127\.0\.0\.1|one/);
  });

  it('of one visitor in a hurry are refused after a while, and those of others are not', async () => {
    const fairId = await fairAt(zhou, ['registration_open']);
    const statuses: number[] = [];
    for (let n = 0; n < 35; n += 1) statuses.push((await visit(visitor, fairId, 'bot')).status);
    expect(statuses).toEqual([...Array(30).fill(204), ...Array(5).fill(429)]);
    const refused = await visit(visitor, fairId, 'bot');
    expect(refused.body).toMatchObject({ code: 'visit.too-many' });
    expect(refused.headers.get('retry-after')).toBe('10');
    expect((await visit(visitor, fairId, 'reader')).status).toBe(204);
    expect(await counted(app, `fair:${fairId}`)).toEqual({ views: 31, visitors: 2 });
    expect(await differences(app)).toEqual([]);
  });

  it('are not counted where there is nothing to see', async () => {
    const planned = await fairAt(zhou);
    expect((await visit(visitor, planned, 'one')).status).toBe(404);
    expect((await visit(visitor, zhou.userId, 'one')).status).toBe(404);
  });
});
