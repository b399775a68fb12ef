import { disagreements } from './comparison.js';

const expected = {
  fairs: 70,
  companies: 1_657,
  openings: 21_090,
  headcount: 77_000,
  applications: 28_840,
  applicants: 9_640,
  processed: 28_840,
  attention: 0,
};

describe('comparing the sources of a season', () => {
  it('finds nothing where all agree on what they know', () => {
    expect(
      disagreements(expected, [
        { source: 'database', figures: expected },
        { source: 'job-postings.csv', figures: { openings: 21_090 } },
      ]),
    ).toEqual([]);
  });

  it('names the figure and the source that differs', () => {
    expect(
      disagreements(expected, [
        { source: 'database', figures: expected },
        { source: 'wall', figures: { ...expected, applications: 28_839 } },
      ]),
    ).toEqual([{ figure: 'applications', source: 'wall', expected: 28_840, said: 28_839 }]);
  });

  it('takes an unknown value for a difference', () => {
    expect(disagreements(expected, [{ source: 'API', figures: { fairs: null } }])).toEqual([
      { figure: 'fairs', source: 'API', expected: 70, said: null },
    ]);
  });
});
