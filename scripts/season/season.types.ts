import type { TradeName } from './trades.js';

export interface SeasonFair {
  readonly index: number;
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly regionCode: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly trades: readonly TradeName[];
  readonly agenda: readonly SeasonAgendaItem[];
}

export interface SeasonAgendaItem {
  readonly kind: 'talk' | 'live_session' | 'break';
  readonly title: string;
  readonly titleEn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface SeasonCompany {
  readonly index: number;
  readonly fairIndex: number;
  readonly trade: TradeName;
  readonly creditCode: string;
  readonly legalName: string;
  readonly legalNameEn: string;
  readonly unitType: string;
  readonly industryCode: string;
  readonly regionCode: string;
  readonly address: string;
  readonly introduction: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string;
}

export type EmploymentType =
  'full_time' | 'part_time' | 'dispatch' | 'internship' | 'gig' | 'shared';

export type PayPeriod = 'hour' | 'day' | 'week' | 'month' | 'year';

export interface SeasonPosting {
  readonly index: number;
  readonly companyIndex: number;
  readonly reference: string;
  readonly title: string;
  readonly occupationCode: string;
  readonly headcount: number;
  readonly employmentType: EmploymentType;
  readonly duties: string;
  readonly requirements: string;
  readonly regionCode: string;
  readonly address: string;
  /** Minor units (fen). */
  readonly payMin: number;
  readonly payMax: number;
  readonly payPeriod: PayPeriod;
  readonly workingTime: string;
  readonly minimumEducation: number;
  readonly minimumExperienceYears: number;
  readonly skills: readonly string[];
  readonly contactRoute: string;
  readonly validThrough: Date;
}

export interface SeasonJobseeker {
  readonly index: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly education: number;
  readonly experienceYears: number;
  readonly regionCode: string;
  readonly occupationCodes: readonly string[];
  readonly skills: readonly string[];
  /** Minor units (fen) a month. */
  readonly expectedPayMin: number;
}

/** Who applies for which opening, in the order of the season. */
export interface SeasonApplication {
  readonly jobseekerIndex: number;
  readonly postingIndex: number;
}
