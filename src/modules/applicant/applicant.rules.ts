import { occupations } from '../../platform/codes/occupations.js';
import { regions } from '../../platform/codes/regions.js';

export const highestEducation = 6;

/** What a jobseeker says; all that is needed to be matched, nothing more (PIPL art. 6). */
export interface ApplicantContent {
  readonly phone: string;
  /** 0 none, 1 junior secondary, 2 senior secondary, 3 college, 4 bachelor, 5 master, 6 doctor. */
  readonly education: number;
  readonly experienceYears: number;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string | null;
  /** GB/T 2260: where work is sought. */
  readonly regionCode: string;
  /** 职业分类大典: the occupations sought. */
  readonly occupationCodes: readonly string[];
  readonly skills: readonly string[];
  /** Minor units of CNY a month. */
  readonly expectedPayMin: number | null;
  readonly resumeText: string;
}

export interface ApplicantProfile extends ApplicantContent {
  readonly userId: string;
  readonly version: number;
}

/** What matching looks at: no name, no contact, no résumé. */
export type MatchingProfile = Pick<
  ApplicantProfile,
  | 'userId'
  | 'education'
  | 'experienceYears'
  | 'birthDate'
  | 'regionCode'
  | 'occupationCodes'
  | 'skills'
  | 'expectedPayMin'
>;

/** Labour Law art. 15. */
export const minimumAge = 16;

export interface ApplicantFault {
  readonly field: string;
  readonly code:
    | 'applicant.region-unknown'
    | 'applicant.occupation-unknown'
    | 'applicant.occupation-missing'
    | 'applicant.birth-date-wrong'
    | 'applicant.too-young';
  readonly parameters?: Readonly<Record<string, number>>;
}

/** What no type and no length shows. */
export function applicantFaults(content: ApplicantContent, now: Date): ApplicantFault[] {
  const faults: ApplicantFault[] = [];
  if (!regions.isKnown(content.regionCode)) {
    faults.push({ field: 'regionCode', code: 'applicant.region-unknown' });
  }
  if (content.occupationCodes.length === 0) {
    faults.push({
      field: 'occupationCodes',
      code: 'applicant.occupation-missing',
    });
  }
  content.occupationCodes.forEach((code, index) => {
    if (!occupations.isKnown(code)) {
      faults.push({
        field: `occupationCodes.${index}`,
        code: 'applicant.occupation-unknown',
      });
    }
  });
  if (content.birthDate !== null) faults.push(...birthDateFaults(content.birthDate, now));
  return faults;
}

function birthDateFaults(birthDate: string, now: Date): ApplicantFault[] {
  const date = new Date(`${birthDate}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(birthDate);
  if (!isReal || date.getUTCFullYear() < 1900) {
    return [{ field: 'birthDate', code: 'applicant.birth-date-wrong' }];
  }
  if (birthday(date, minimumAge) > now) {
    return [
      {
        field: 'birthDate',
        code: 'applicant.too-young',
        parameters: { years: minimumAge },
      },
    ];
  }
  return [];
}

function birthday(birth: Date, age: number): Date {
  const date = new Date(birth);
  date.setUTCFullYear(date.getUTCFullYear() + age);
  return date;
}
