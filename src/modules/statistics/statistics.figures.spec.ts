import fc from 'fast-check';
import { figuresOf } from './figure-values.js';
import { counterOf, definitionsOf, figureDefinitions, rowFigures } from './statistics.figures.js';
import {
  boothScope,
  companyScope,
  fairScope,
  figureKeys,
  figureText,
  ratioOf,
  scopeKinds,
  season,
} from './statistics.rules.js';
import type { FigureKey, Scope } from './statistics.rules.js';

const fairId = '01890000-0000-7000-8000-000000000001';
const companyId = '01890000-0000-7000-8000-000000000002';
const scopes: readonly Scope[] = [
  season,
  fairScope(fairId),
  companyScope(companyId),
  boothScope(fairId, companyId),
];

const valuesOf = (scope: Scope, counts: Partial<Record<FigureKey, number>>) =>
  Object.fromEntries(
    figuresOf(scope, new Map(Object.entries(counts) as [FigureKey, number][])).map((figure) => [
      figure.key,
      figureText(figure),
    ]),
  );

describe('the definitions', () => {
  it('name every figure once, in the order in which they are published', () => {
    expect(figureDefinitions.map(({ key }) => key)).toEqual(figureKeys);
  });

  it('name them in Chinese and English', () => {
    for (const { zh, en } of figureDefinitions) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[A-Z][a-z]/);
    }
  });

  it('build on figures that stand before them, in the same scopes', () => {
    for (const kind of scopeKinds) {
      const known = new Set<FigureKey>();
      for (const { key, source } of definitionsOf(kind)) {
        const needed = 'ratio' in source ? source.ratio : 'rest' in source ? source.rest : [];
        expect(needed.filter((other) => !known.has(other))).toEqual([]);
        known.add(key);
      }
    }
  });

  it('have SQL for every scope that counts rows, but for a booth whose rows come together', () => {
    const missing = rowFigures.flatMap((figure) =>
      scopeKinds
        .filter((kind) => kind !== 'booth' && kind in figure.lists && !(kind in figure.source.rows))
        .filter((kind) => counterOf(figure, kind) === undefined)
        .map((kind) => `${figure.key} of ${kind}`),
    );
    expect(missing).toEqual([]);
  });

  it('lead to lists of their own scope, with nothing left to fill in', () => {
    for (const scope of scopes) {
      const lists = figuresOf(scope, new Map()).flatMap(({ list }) => list ?? []);
      expect(lists.filter((list) => !list.startsWith('/api/v1/') || /[{}]/.test(list))).toEqual([]);
      const own = lists.filter((list) => scope.kind === 'season' || list.includes(scope.id));
      expect(own).toEqual(lists);
    }
  });
});

describe('the figures', () => {
  it('give the season of Pudong 2020 as it was published', () => {
    const figures = valuesOf(season, {
      fairs: 70,
      companies: 1_657,
      openings: 21_090,
      headcount: 37_920,
      applications: 28_840,
      applicants: 29_030,
      processed: 28_800,
      attention: 3,
    });
    expect(figures).toMatchObject({
      fairs: '70',
      companies: '1657',
      openings: '21090',
      applications: '28840',
      pending: '37',
      applicationsPerOpening: '1.37',
      // 37,920 / 29,030 = 1.31, as a city published it (domain rules §1).
      headcountPerApplicant: '1.31',
    });
  });

  it('show "—" where nobody applied and nothing is open, never 0 or infinity', () => {
    const figures = valuesOf(fairScope(fairId), { headcount: 12 });
    expect(figures).toMatchObject({
      headcountPerApplicant: '—',
      applicationsPerOpening: '—',
      applicants: '0',
      pending: '0',
    });
  });

  it('keep a ratio within half a digit of the true one, half up', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }), (above, below) => {
        const expected = (BigInt(above) * 200n + BigInt(below)) / (2n * BigInt(below));
        expect(ratioOf(above, below)).toBe(Number(expected) / 100);
      }),
    );
    expect([ratioOf(1, 8), ratioOf(3, 8), ratioOf(0, 5), ratioOf(5, 0)]).toEqual([
      0.13,
      0.38,
      0,
      null,
    ]);
  });

  it('write a ratio with all its digits', () => {
    expect(figureText({ value: 1.5, unit: 'ratio' })).toBe('1.50');
    expect(figureText({ value: 15, unit: 'people' })).toBe('15');
  });

  it('add up: nothing is processed, pending and in need of attention at once', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.nat(1_000), fc.nat(1_000), (processed, attention, pending) => {
        const applications = processed + attention + pending;
        const figures = valuesOf(season, { applications, processed, attention });
        expect(figures.pending).toBe(String(pending));
      }),
    );
  });
});
