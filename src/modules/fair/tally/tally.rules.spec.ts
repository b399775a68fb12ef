import fc from 'fast-check';
import { companyChanges, headcountChanges, postingChanges } from './tally.rules.js';

type Changes = ReturnType<typeof companyChanges>;

function totals(changes: Changes): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { scope, metric, by } of changes) {
    sums[`${scope} ${metric}`] = (sums[`${scope} ${metric}`] ?? 0) + by;
  }
  return sums;
}

describe('what the season counts', () => {
  it('is a company once, however many fairs it enters', () => {
    const changes = [
      ...companyChanges('f1', [{ step: 1, fairs: 1 }]),
      ...companyChanges('f2', [{ step: 1, fairs: 2 }]),
    ];
    expect(totals(changes)).toEqual({
      'fair:f1 companies': 1,
      'fair:f2 companies': 1,
      'season companies': 1,
    });
  });

  it('is an opening with its headcount, for its fair, its company and the season', () => {
    const steps = [
      { step: 1, fairs: 1, companyId: 'c', headcount: 3 },
      { step: 1, fairs: 2, companyId: 'c', headcount: 5 },
      { step: -1, fairs: 0, companyId: 'c', headcount: 2 },
      { step: -1, fairs: 1, companyId: 'c', headcount: 7 },
    ] as const;
    expect(totals(postingChanges('f', steps))).toEqual({
      'fair:f postings': 0,
      'fair:f headcount': -1,
      'season postings': 0,
      'season headcount': 1,
      'company:c postings': 0,
      'company:c headcount': 1,
    });
  });

  it('follows a changed headcount wherever the opening is counted', () => {
    const changes = headcountChanges([
      { companyId: 'c', fairIds: ['f1', 'f2'], by: 4 },
      { companyId: 'c', fairIds: [], by: 9 },
    ]);
    expect(totals(changes)).toEqual({
      'season headcount': 4,
      'company:c headcount': 4,
      'fair:f1 headcount': 4,
      'fair:f2 headcount': 4,
    });
  });

  it('agrees with the fairs at every moment, whoever enters and leaves in whatever order', () => {
    const move = fc.record({ fair: fc.nat(4), company: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const present = new Set<string>();
        const fairsOf = new Map<number, number>();
        const changes: Changes = [];
        for (const { fair, company } of moves) {
          const key = `${fair} ${company}`;
          const step = present.has(key) ? -1 : 1;
          if (step === 1) present.add(key);
          else present.delete(key);
          const fairs = (fairsOf.get(company) ?? 0) + step;
          fairsOf.set(company, fairs);
          changes.push(...companyChanges(String(fair), [{ step, fairs }]));
        }
        const inSeason = new Set([...present].map((key) => key.split(' ')[1]));
        expect(totals(changes)['season companies'] ?? 0).toBe(inSeason.size);
      }),
    );
  });
});
