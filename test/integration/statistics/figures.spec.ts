import { Person } from '../../support/person.js';
import { expectOk } from '../../support/employer.js';
import { makeOrganizer } from '../../support/organizations.js';
import { startSmallSeason } from './small-season.js';
import type { SmallSeason } from './small-season.js';

interface Figure {
  key: string;
  value: number | null;
  unit: string;
  list: string | null;
}

interface Figures {
  scope: string;
  id: string | null;
  takenAt: string;
  figures: Figure[];
}

interface Rows<Row = Record<string, unknown>> {
  items: Row[];
  nextCursor: string | null;
}

const absent = '01890000-0000-7000-8000-000000000000';

describe('the figures of a season', () => {
  let season: SmallSeason;
  let visitor: Person;

  beforeAll(async () => {
    season = await startSmallSeason();
    visitor = Person.visitor(season.app.url);
  });

  afterAll(async () => {
    await season.app.stop();
  });

  async function figures(person: Person, path: string): Promise<Figures> {
    return (await expectOk(person.get<Figures>(`/api/v1/statistics/${path}`))).body;
  }

  async function values(person: Person, path: string): Promise<Record<string, number | null>> {
    const { figures: all } = await figures(person, path);
    return Object.fromEntries(all.map(({ key, value }) => [key, value]));
  }

  async function allRows<Row>(person: Person, path: string): Promise<Row[]> {
    const rows: Row[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const joint = path.includes('?') ? '&' : '?';
      const page: Rows<Row> = (
        await expectOk(
          person.get<Rows<Row>>(`${path}${joint}limit=2${cursor ? `&cursor=${cursor}` : ''}`),
        )
      ).body;
      rows.push(...page.items);
      cursor = page.nextCursor;
    }
    return rows;
  }

  it('count the season once, whatever stands in two fairs', async () => {
    expect(await values(visitor, 'season')).toEqual({
      fairs: 2,
      companies: 3,
      openings: 3,
      headcount: 10,
      applications: 5,
      applicants: 3,
      processed: 3,
      attention: 1,
      pending: 1,
      applicationsPerOpening: 1.67,
      headcountPerApplicant: 3.33,
      pageViews: 0,
      visitors: 0,
      viewers: 0,
      messages: 0,
    });
  });

  it('count each fair for itself', async () => {
    expect(await values(visitor, `fairs/${season.spring}`)).toMatchObject({
      companies: 2,
      openings: 3,
      headcount: 10,
      applications: 3,
      applicants: 2,
      processed: 1,
      attention: 1,
      pending: 1,
      applicationsPerOpening: 1,
      headcountPerApplicant: 5,
    });
    expect(await values(visitor, `fairs/${season.autumn}`)).toMatchObject({
      companies: 2,
      openings: 1,
      headcount: 5,
      applications: 1,
      applicants: 1,
      pending: 0,
    });
  });

  it('count a company for its members and for operators', async () => {
    const [first, , third] = season.employers;
    const expected = {
      openings: 2,
      headcount: 5,
      applications: 4,
      applicants: 3,
      processed: 2,
      attention: 1,
      pending: 1,
      applicationsPerOpening: 2,
      headcountPerApplicant: 1.67,
    };
    expect(await values(first.person, `companies/${first.companyId}`)).toEqual(expected);
    expect(await values(season.operator, `companies/${first.companyId}`)).toEqual(expected);
    expect(await values(third.person, `companies/${third.companyId}`)).toMatchObject({
      openings: 0,
      applicationsPerOpening: null,
      headcountPerApplicant: null,
    });
  });

  it('say in one answer whose they are and when they were taken', async () => {
    const before = Date.now();
    const { scope, id, takenAt } = await figures(visitor, `fairs/${season.spring}`);
    expect({ scope, id }).toEqual({ scope: 'fair', id: season.spring });
    expect(Date.parse(takenAt)).toBeGreaterThanOrEqual(before - 1_000);
    expect(Date.parse(takenAt)).toBeLessThanOrEqual(Date.now() + 1_000);
  });

  it('count visits of a fair', async () => {
    await expectOk(season.applicants[0].post(`/api/v1/fairs/${season.autumn}/visits`));
    await expectOk(season.applicants[0].post(`/api/v1/fairs/${season.autumn}/visits`));
    await expectOk(season.applicants[1].post(`/api/v1/fairs/${season.autumn}/visits`));
    const expected = { pageViews: 3, visitors: 2 };
    expect(await values(visitor, `fairs/${season.autumn}`)).toMatchObject(expected);
    expect(await values(visitor, 'season')).toMatchObject(expected);
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
      const { figures: all } = await figures(person, path);
      const listed = all.filter(({ list }) => list !== null);
      expect(listed.length).toBeGreaterThan(6);
      for (const { key, value, list } of listed) {
        const rows = await allRows<{ headcount?: number }>(person, list ?? '');
        const counted =
          key === 'headcount'
            ? rows.reduce((sum, row) => sum + (row.headcount ?? 0), 0)
            : rows.length;
        expect([key, counted]).toEqual([key, value]);
      }
    });

    it('also for every company at a fair', async () => {
      const path = `/api/v1/statistics/fairs/${season.spring}/companies`;
      const rows = await allRows<{ companyId: string; figures: Figure[] }>(season.organizer, path);
      for (const { figures: all } of rows) {
        for (const { key, value, list } of all.filter((figure) => figure.list !== null)) {
          const counted = await allRows<{ headcount?: number }>(season.organizer, list ?? '');
          const expected =
            key === 'headcount'
              ? counted.reduce((sum, row) => sum + (row.headcount ?? 0), 0)
              : counted.length;
          expect([key, expected]).toEqual([key, value]);
        }
      }
    });
  });

  it('add up from the companies at a fair to the fair', async () => {
    const path = `/api/v1/statistics/fairs/${season.spring}/companies`;
    const rows = await allRows<{ companyId: string; name: string; figures: Figure[] }>(
      season.organizer,
      path,
    );
    const total = await values(visitor, `fairs/${season.spring}`);
    expect(rows.map(({ name }) => name).sort()).toEqual(
      [season.employers[0].name, season.employers[1].name].sort(),
    );
    const summed = ['openings', 'headcount', 'applications', 'processed', 'attention', 'pending'];
    for (const key of summed) {
      const sum = rows.reduce((all, row) => all + (valueIn(row.figures, key) ?? 0), 0);
      expect([key, sum]).toEqual([key, total[key]]);
    }
  });

  it('are listed fair by fair, the newest first, as each fair says itself', async () => {
    const rows = await allRows<{ fairId: string; name: string; figures: Figure[] }>(
      visitor,
      '/api/v1/statistics/season/fairs',
    );
    expect(rows.map(({ fairId }) => fairId)).toEqual([season.autumn, season.spring]);
    for (const { fairId, figures: all } of rows) {
      expect(all).toEqual((await figures(visitor, `fairs/${fairId}`)).figures);
    }
  });

  it('agree with each other while people apply', async () => {
    const opening = season.openings[2];
    const people = await Promise.all(Array.from({ length: 24 }, () => season.app.person()));
    const before = await values(visitor, `fairs/${season.autumn}`);
    let isDone = false;
    const seen: Record<string, number | null>[] = [];
    const watch = async (): Promise<void> => {
      while (!isDone) seen.push(await values(visitor, `fairs/${season.autumn}`));
    };
    const watching = watch();
    for (let index = 0; index < people.length; index += 4) {
      await Promise.all(
        people
          .slice(index, index + 4)
          .map((person) => season.apply(person, opening, season.autumn)),
      );
    }
    isDone = true;
    await watching;
    const after = await values(visitor, `fairs/${season.autumn}`);
    expect(after.applications).toBe((before.applications ?? 0) + 24);
    // Each of them applied once, so people and applications grow together in every answer.
    for (const one of [...seen, after]) {
      expect((one.applicants ?? 0) - (before.applicants ?? 0)).toBe(
        (one.applications ?? 0) - (before.applications ?? 0),
      );
    }
    await season.app.settled();
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
        expect((await season.organizer.get(path)).status).toBe(404);
        expect((await first.person.get(path)).status).toBe(200);
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

  it('agree with their rows, and operators see it when one does not', async () => {
    const path = '/api/v1/statistics/reconciliation';
    expect((await season.organizer.post(path)).status).toBe(403);
    const clean = await expectOk(
      season.operator.post<{ finishedAt: string; differences: unknown[] }>(path),
    );
    expect(clean.body.differences).toEqual([]);
    await season.app.database.query(
      `UPDATE counter SET value = value + 1 WHERE scope = 'season' AND metric = 'applications'`,
    );
    const found = await expectOk(season.operator.post<typeof clean.body>(path));
    expect(found.body.differences).toEqual([
      { scope: 'season', metric: 'applications', counted: 30, recounted: 29 },
    ]);
    const read = await expectOk(season.operator.get<typeof clean.body>(path));
    expect(read.body).toEqual(found.body);
    await season.app.database.query(
      `UPDATE counter SET value = value - 1 WHERE scope = 'season' AND metric = 'applications'`,
    );
  });
});

function valueIn(figures: readonly Figure[], key: string): number | null {
  return figures.find((figure) => figure.key === key)?.value ?? null;
}
