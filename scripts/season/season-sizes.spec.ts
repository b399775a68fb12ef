import fc from 'fast-check';
import { apportion, seasonSizes } from './season-sizes.js';

describe('season sizes', () => {
  it('are those of Pudong 2020 at scale 1', () => {
    expect(seasonSizes(1)).toMatchObject({
      fairs: 70,
      companies: 1_657,
      postings: 21_090,
      applications: 28_840,
    });
  });

  it('round each figure at a scale', () => {
    expect(seasonSizes(0.05)).toMatchObject({
      fairs: 4,
      companies: 83,
      postings: 1_055,
      applications: 1_442,
    });
  });

  it('always leave room for unique applications', () => {
    const scales = fc.double({ min: 1e-6, max: 3, noNaN: true });
    fc.assert(
      fc.property(scales, (scale) => {
        const sizes = seasonSizes(scale);
        expect(Math.min(...Object.values(sizes))).toBeGreaterThanOrEqual(1);
        expect(sizes.fairs).toBeLessThanOrEqual(sizes.companies);
        expect(sizes.companies).toBeLessThanOrEqual(sizes.postings);
        expect(sizes.jobseekers).toBeLessThanOrEqual(sizes.applications);
        expect(sizes.applications).toBeLessThanOrEqual(sizes.jobseekers * sizes.postings);
      }),
    );
  });

  it.each([0, -1, NaN, 11])('refuse the scale %d', (scale) => {
    expect(() => seasonSizes(scale)).toThrow(RangeError);
  });
});

describe('apportioning', () => {
  it('always gives out the whole total and at least the least share', () => {
    const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(weights, fc.nat(5_000), (given, extra) => {
        const shares = apportion(given.length + extra, given, 1);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(given.length + extra);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  it('follows the weights', () => {
    expect(apportion(10, [3, 1, 1], 0)).toEqual([6, 2, 2]);
  });
});
