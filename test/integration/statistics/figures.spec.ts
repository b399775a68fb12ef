import { Person } from '../../support/person.js';
import { expectOk } from '../../support/employer.js';
import { allRows, figuresAt, valuesAt } from './figure-reader.js';
import type { Figure } from './figure-reader.js';
import { startSmallSeason } from './small-season.js';
import type { SmallSeason } from './small-season.js';

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

  it('count the season once, whatever stands in two fairs', async () => {
    expect(await valuesAt(visitor, 'season')).toEqual({
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
    expect(await valuesAt(visitor, `fairs/${season.spring}`)).toMatchObject({
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
    expect(await valuesAt(visitor, `fairs/${season.autumn}`)).toMatchObject({
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
    expect(await valuesAt(first.person, `companies/${first.companyId}`)).toEqual(expected);
    expect(await valuesAt(season.operator, `companies/${first.companyId}`)).toEqual(expected);
    expect(await valuesAt(third.person, `companies/${third.companyId}`)).toMatchObject({
      openings: 0,
      applicationsPerOpening: null,
      headcountPerApplicant: null,
    });
  });

  it('say in one answer whose they are and when they were taken', async () => {
    const before = Date.now();
    const { scope, id, takenAt } = await figuresAt(visitor, `fairs/${season.spring}`);
    expect({ scope, id }).toEqual({ scope: 'fair', id: season.spring });
    expect(Date.parse(takenAt)).toBeGreaterThanOrEqual(before - 1_000);
    expect(Date.parse(takenAt)).toBeLessThanOrEqual(Date.now() + 1_000);
  });

  it('count visits of a fair', async () => {
    await expectOk(season.applicants[0].post(`/api/v1/fairs/${season.autumn}/visits`));
    await expectOk(season.applicants[0].post(`/api/v1/fairs/${season.autumn}/visits`));
    await expectOk(season.applicants[1].post(`/api/v1/fairs/${season.autumn}/visits`));
    const expected = { pageViews: 3, visitors: 2 };
    expect(await valuesAt(visitor, `fairs/${season.autumn}`)).toMatchObject(expected);
    expect(await valuesAt(visitor, 'season')).toMatchObject(expected);
  });

  it('add up from the companies at a fair to the fair', async () => {
    const path = `/api/v1/statistics/fairs/${season.spring}/companies`;
    const rows = await allRows<{ companyId: string; name: string; figures: Figure[] }>(
      season.organizer,
      path,
    );
    const total = await valuesAt(visitor, `fairs/${season.spring}`);
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
      expect(all).toEqual((await figuresAt(visitor, `fairs/${fairId}`)).figures);
    }
  });

  it('agree with each other while people apply', async () => {
    const opening = season.openings[2];
    const people = await Promise.all(Array.from({ length: 24 }, () => season.app.person()));
    const before = await valuesAt(visitor, `fairs/${season.autumn}`);
    let isDone = false;
    const seen: Record<string, number | null>[] = [];
    const watch = async (): Promise<void> => {
      while (!isDone) seen.push(await valuesAt(visitor, `fairs/${season.autumn}`));
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
    const after = await valuesAt(visitor, `fairs/${season.autumn}`);
    expect(after.applications).toBe((before.applications ?? 0) + 24);
    // Each of them applied once, so people and applications grow together in every answer.
    for (const one of [...seen, after]) {
      expect((one.applicants ?? 0) - (before.applicants ?? 0)).toBe(
        (one.applications ?? 0) - (before.applications ?? 0),
      );
    }
    await season.app.settled();
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
