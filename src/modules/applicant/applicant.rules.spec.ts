import { applicantFaults } from './applicant.rules.js';

const now = new Date('2026-03-02T04:00:00Z');
const content = {
  phone: '10000000001',
  education: 4,
  experienceYears: 3,
  birthDate: '1998-02-28',
  regionCode: '310115',
  occupationCodes: ['2-02', '4-04'],
  skills: [],
  expectedPayMin: null,
  resumeText: '',
};

const faultsOf = (change: object): string[] =>
  applicantFaults({ ...content, ...change }, now).map(({ field, code }) => `${field} ${code}`);

describe('the profile of an applicant', () => {
  it('is fine as it is', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ birthDate: null })).toEqual([]);
  });

  it('names unknown regions and occupations', () => {
    expect(faultsOf({ regionCode: '000000', occupationCodes: ['2-02', '9'] })).toEqual([
      'regionCode applicant.region-unknown',
      'occupationCodes.1 applicant.occupation-unknown',
    ]);
  });

  it.each(['2025-02-29', '1899-12-31', '2026-13-01'])('knows no birthday on %s', (birthDate) => {
    expect(faultsOf({ birthDate })).toEqual(['birthDate applicant.birth-date-wrong']);
  });

  it.each([
    ['2010-03-02', []],
    ['2010-03-03', ['birthDate applicant.too-young']],
  ])('asks for sixteen years: %s', (birthDate, faults) => {
    expect(faultsOf({ birthDate })).toEqual(faults);
  });
});
