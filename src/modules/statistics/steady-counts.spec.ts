import { SteadyCounts } from './steady-counts.js';

describe('a count that stands still with its counter', () => {
  it('is known while the counter stands still, and only then', () => {
    const counts = new SteadyCounts();
    expect(counts.find('applicants season', 7)).toBeUndefined();
    counts.keep('applicants season', 7, 5);
    expect(counts.find('applicants season', 7)).toBe(5);
    expect(counts.find('applicants season', 8)).toBeUndefined();
    expect(counts.find('applicants fair:1', 7)).toBeUndefined();
  });

  it('is taken afresh after a minute', () => {
    let now = 0;
    const counts = new SteadyCounts(() => now);
    counts.keep('a', 1, 1);
    now = 60_000;
    expect(counts.find('a', 1)).toBe(1);
    now = 60_001;
    expect(counts.find('a', 1)).toBeUndefined();
  });

  it('does not grow without end', () => {
    const counts = new SteadyCounts();
    for (let index = 0; index < 20_000; index += 1) counts.keep(`a ${index}`, 1, 1);
    expect(counts.find('a 0', 1)).toBeUndefined();
    expect(counts.find('a 19999', 1)).toBe(1);
  });
});
