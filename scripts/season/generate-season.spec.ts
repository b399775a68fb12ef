import { checkCreditCode } from '../../src/platform/codes/credit-code.js';
import { industries } from '../../src/platform/codes/industries.js';
import { occupations } from '../../src/platform/codes/occupations.js';
import { regions } from '../../src/platform/codes/regions.js';
import { generateSeason } from './generate-season.js';
import type { Season } from './generate-season.js';
import { seasonSizes } from './season-sizes.js';

const today = new Date('2026-03-02T04:00:00Z');

function season(scale: number, seed = 2020): Season {
  return generateSeason(seed, seasonSizes(scale), today);
}

const whole = season(1);

describe('a season', () => {
  it('has exactly the figures of Pudong 2020', () => {
    expect(whole.fairs).toHaveLength(70);
    expect(whole.companies).toHaveLength(1_657);
    expect(whole.postings).toHaveLength(21_090);
    expect(whole.applications).toHaveLength(28_840);
  });

  it('is the same again for the same seed and another one for another seed', () => {
    expect(season(0.02)).toEqual(season(0.02));
    expect(season(0.02, 1).companies).not.toEqual(season(0.02, 2).companies);
  });

  it.each([0.000_01, 0.001, 0.05, 0.3])('has the announced sizes at scale %d', (scale) => {
    const sizes = seasonSizes(scale);
    const small = season(scale);
    expect(small.fairs).toHaveLength(sizes.fairs);
    expect(small.companies).toHaveLength(sizes.companies);
    expect(small.postings).toHaveLength(sizes.postings);
    expect(small.applications).toHaveLength(sizes.applications);
    expect(new Set(small.applications.map((one) => one.jobseekerIndex)).size).toBe(
      sizes.jobseekers,
    );
  });

  it('gives each company one fair and each fair a company', () => {
    expect(new Set(whole.companies.map((company) => company.fairIndex)).size).toBe(70);
  });

  it('gives each company a valid credit code and a name of its own', () => {
    const wrong = whole.companies.filter(({ creditCode }) => !checkCreditCode(creditCode).ok);
    expect(wrong).toEqual([]);
    expect(new Set(whole.companies.map((company) => company.creditCode)).size).toBe(1_657);
    expect(new Set(whole.companies.map((company) => company.legalName)).size).toBe(1_657);
  });

  it('gives fairs names of their own', () => {
    expect(new Set(whole.fairs.map((fair) => fair.name)).size).toBe(70);
    expect(new Set(whole.fairs.map((fair) => fair.nameEn)).size).toBe(70);
  });

  it('uses only codes that exist', () => {
    const companies = whole.companies.filter(
      ({ industryCode, regionCode }) =>
        !industries.isKnown(industryCode) || !regions.isKnown(regionCode),
    );
    const postings = whole.postings.filter(
      ({ occupationCode, regionCode }) =>
        !occupations.isKnown(occupationCode) || !regions.isKnown(regionCode),
    );
    expect([companies, postings]).toEqual([[], []]);
  });

  it('runs every fair today', () => {
    for (const fair of whole.fairs) {
      expect(fair.opensAt.getTime()).toBeLessThan(today.getTime());
      expect(fair.closesAt.getTime()).toBeGreaterThan(today.getTime());
      for (const item of fair.agenda) {
        expect(item.startsAt.getTime()).toBeGreaterThanOrEqual(fair.opensAt.getTime());
        expect(item.endsAt.getTime()).toBeGreaterThan(item.startsAt.getTime());
      }
    }
  });

  it('gives contacts that reach nobody', () => {
    const office = whole.companies.filter(
      ({ contactPhone, contactEmail }) =>
        !/^021-0\d{7}$/.test(contactPhone) || !/@company-\d+\.example\.com$/.test(contactEmail),
    );
    const mobile = whole.jobseekers.filter(
      ({ phone, email }) => !/^100\d{8}$/.test(phone) || !email.endsWith('@example.com'),
    );
    expect([office, mobile]).toEqual([[], []]);
  });
});

describe('the postings of a season', () => {
  const leastPay = { hour: 2_600, day: 12_000, week: 60_000, month: 300_000, year: 10_000_000 };

  it('pay at least the minimum wage and state a narrow range', () => {
    const wrong = whole.postings.filter(
      ({ payMin, payMax, payPeriod }) =>
        !Number.isInteger(payMin) ||
        !Number.isInteger(payMax) ||
        payMin < leastPay[payPeriod] ||
        payMax < payMin ||
        payMax / payMin >= 3,
    );
    expect(wrong).toEqual([]);
  });

  it('are complete and still open for 20 to 90 days', () => {
    const day = 24 * 60 * 60 * 1_000;
    const wrong = whole.postings.filter((posting) => {
      const days = (posting.validThrough.getTime() - today.getTime()) / day;
      const texts = [posting.duties, posting.requirements, posting.workingTime, posting.address];
      const isComplete =
        posting.headcount >= 1 && posting.skills.length >= 1 && texts.every((text) => text !== '');
      return !isComplete || days < 20 || days > 90;
    });
    expect(wrong).toEqual([]);
  });

  it('have a reference and a title at a place only once within a company', () => {
    const references = new Set(
      whole.postings.map(({ companyIndex, reference }) => `${companyIndex}/${reference}`),
    );
    const places = new Set(
      whole.postings.map(
        ({ companyIndex, title, regionCode }) => `${companyIndex}/${title}/${regionCode}`,
      ),
    );
    expect([references.size, places.size]).toEqual([21_090, 21_090]);
  });

  it('never ask for a sex, an age or a place of origin', () => {
    const banned = /男|女|岁|户籍|籍贯|未婚|已婚/;
    const wrong = whole.postings.filter(({ title, duties, requirements }) =>
      banned.test(title + duties + requirements),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the applications of a season', () => {
  it('never repeat a jobseeker and an opening', () => {
    const pairs = whole.applications.map(
      ({ jobseekerIndex, postingIndex }) => `${jobseekerIndex}/${postingIndex}`,
    );
    expect(new Set(pairs).size).toBe(28_840);
  });

  it('are skewed as in life: most openings get few, some get many', () => {
    const perOpening = new Map<number, number>();
    for (const { postingIndex } of whole.applications) {
      perOpening.set(postingIndex, (perOpening.get(postingIndex) ?? 0) + 1);
    }
    expect(perOpening.size).toBeLessThan(21_090 * 0.8);
    expect(Math.max(...perOpening.values())).toBeGreaterThan(15);
  });

  it('go mostly to the occupations that the jobseekers want', () => {
    const wanted = whole.applications.filter(({ jobseekerIndex, postingIndex }) =>
      whole.jobseekers[jobseekerIndex]?.occupationCodes.includes(
        whole.postings[postingIndex]?.occupationCode ?? '',
      ),
    );
    expect(wanted.length / 28_840).toBeGreaterThan(0.75);
  });
});
