import { Person } from '../../support/person.js';
import { makeOrganizer } from '../../support/organizations.js';
import { allRows, countedAt, figuresAt } from './figure-reader.js';
import type { Figure, Rows } from './figure-reader.js';
import { startSmallSeason } from './small-season.js';
import type { SmallSeason } from './small-season.js';

const absent = '01890000-0000-7000-8000-000000000000';

describe('the lists behind the figures', () => {
  let season: SmallSeason;
  let visitor: Person;

  beforeAll(async () => {
    season = await startSmallSeason();
    visitor = Person.visitor(season.app.url);
  });

  afterAll(async () => {
    await season.app.stop();
  });

  describe('open the lists that they count', () => {
    const cases = (): [string, Person, string][] => [
      ['the season', season.operator, 'season'],
      ['a fair', season.organizer, `fairs/${season.spring}`],
      ['the other fair', season.operator, `fairs/${season.autumn}`],
      ['a company', season.employers[0].person, `companies/${season.employers[0].companyId}`],
    ];

    it.each([0, 1, 2, 3])('row by row (%i)', async (index) => {
      const [, person, path] = cases()[index] ?? [];
      if (!person || !path) throw new Error('no case');
      const { figures: all } = await figuresAt(person, path);
      const listed = all.filter(({ list }) => list !== null);
      expect(listed.length).toBeGreaterThan(6);
      for (const figure of listed) {
        expect([figure.key, await countedAt(person, figure)]).toEqual([figure.key, figure.value]);
      }
    });

    it('also for every company at a fair', async () => {
      const path = `/api/v1/statistics/fairs/${season.spring}/companies`;
      const rows = await allRows<{ companyId: string; figures: Figure[] }>(season.organizer, path);
      for (const { figures: all } of rows) {
        for (const figure of all.filter(({ list }) => list !== null)) {
          const counted = await countedAt(season.organizer, figure);
          expect([figure.key, counted]).toEqual([figure.key, figure.value]);
        }
      }
    });
  });

  describe('are shown to those who may see them', () => {
    it.each([
      ['season', 200],
      ['season/fairs', 200],
      ['season/companies', 200],
      ['season/job-postings', 200],
      ['season/applicants', 401],
      ['season/export', 401],
      ['reconciliation', 401],
    ])('a visitor asks for %s', async (path, status) => {
      expect((await visitor.get(`/api/v1/statistics/${path}`)).status).toBe(status);
    });

    it('a fair that is not published is its organizer’s alone', async () => {
      const path = `/api/v1/statistics/fairs/${season.planned}`;
      expect((await visitor.get(path)).status).toBe(404);
      expect((await season.employers[0].person.get(path)).status).toBe(404);
      expect((await season.organizer.get(path)).status).toBe(200);
      expect((await season.operator.get(path)).status).toBe(200);
    });

    it('single companies at a fair are its organizer’s, not the public’s', async () => {
      const other = await season.app.person();
      await makeOrganizer(season.app, other);
      for (const list of ['companies', 'applicants', 'export']) {
        const path = `/api/v1/statistics/fairs/${season.spring}/${list}`;
        expect((await visitor.get(path)).status).toBe(401);
        expect((await season.employers[0].person.get(path)).status).toBe(403);
        expect((await other.get(path)).status).toBe(404);
        expect((await season.organizer.get(path)).status).toBe(200);
        expect((await season.operator.get(path)).status).toBe(200);
      }
    });

    it('a company is its members’, also in the lists behind its figures', async () => {
      const [first, second] = season.employers;
      for (const list of ['', '/job-postings', '/applicants']) {
        const path = `/api/v1/statistics/companies/${first.companyId}${list}`;
        expect((await visitor.get(path)).status).toBe(401);
        expect((await second.person.get(path)).status).toBe(404);
        expect((await season.organizer.get(path)).status).toBe(403);
        expect((await first.person.get(path)).status).toBe(200);
        expect((await season.operator.get(path)).status).toBe(200);
      }
    });

    it('absent and forbidden look the same', async () => {
      const { person } = season.employers[1];
      const foreign = await person.get(
        `/api/v1/statistics/companies/${season.employers[0].companyId}`,
      );
      const nothing = await person.get(`/api/v1/statistics/companies/${absent}`);
      expect([foreign.status, foreign.body.code]).toEqual([nothing.status, nothing.body.code]);
    });
  });

  it('count people without saying who they are', async () => {
    const path = `/api/v1/statistics/fairs/${season.spring}/applicants`;
    const answer = await season.organizer.get<Rows<Record<string, unknown>>>(path);
    const text = JSON.stringify(answer.body);
    for (const person of season.applicants) {
      expect(text).not.toContain(person.userId);
      expect(text).not.toContain(person.email);
    }
    expect(text).not.toContain('王小明');
    expect(answer.body.items.map((row) => Object.keys(row).sort())).toEqual([
      ['applications', 'firstAppliedAt', 'id'],
      ['applications', 'firstAppliedAt', 'id'],
    ]);
    const elsewhere = await season.operator.get<Rows<{ id: string }>>(
      '/api/v1/statistics/season/applicants?limit=100',
    );
    const known = new Set(elsewhere.body.items.map(({ id }) => id));
    expect(answer.body.items.filter(({ id }) => known.has(String(id)))).toEqual([]);
  });

  it('do not show the title of an opening that was taken down', async () => {
    const [first] = season.employers;
    await season.app.database.query(`UPDATE job_posting SET status = 'taken_down' WHERE id = $1`, [
      season.openings[1],
    ]);
    const path = '/api/v1/statistics/season/job-postings?limit=100';
    const rows = await visitor.get<Rows<{ id: string; title: string | null }>>(path);
    const hidden = rows.body.items.find(({ id }) => id === season.openings[1]);
    expect(hidden).toMatchObject({ title: null, companyName: first.name });
    expect(rows.body.items.filter(({ title }) => title !== null)).toHaveLength(2);
    await season.app.database.query(`UPDATE job_posting SET status = 'published' WHERE id = $1`, [
      season.openings[1],
    ]);
  });

  it.each([
    ['fairs/not-an-id', 404, 'resource.not-found'],
    [`fairs/${absent}`, 404, 'resource.not-found'],
    ['season/fairs?cursor=x', 422, 'request.invalid'],
    ['season/fairs?limit=1000', 422, 'request.invalid'],
    ['season/companies?cursor=WyJ4Il0', 422, 'request.invalid'],
    ['season/fairs?cursor=WyJ4IiwieSJd', 422, 'request.invalid'],
    ['season?scope=all', 200, undefined],
  ])('refuse %s with a code', async (path, status, code) => {
    const answer = await visitor.get(`/api/v1/statistics/${path}`);
    expect(answer.status).toBe(status);
    if (code === 'request.invalid') {
      expect(['request.invalid', 'cursor.invalid']).toContain(answer.body.code);
    } else {
      expect(answer.body.code).toBe(code);
    }
  });
});
