import type { Reach } from '../../platform/auth/actor.js';
import { reaches } from '../../platform/auth/actor.js';
import { occupations } from '../../platform/codes/occupations.js';
import { regions } from '../../platform/codes/regions.js';
import type { FieldFault, LocalizedName } from '../../platform/errors/domain-error.js';
import { questionFaults } from './question.rules.js';
import type { Question } from './question.rules.js';

export const jobPostingStatuses = [
  'draft',
  'in_review',
  'rejected',
  'approved',
  'published',
  'paused',
  'filled',
  'expired',
  'withdrawn',
  'taken_down',
  'archived',
] as const;

export type JobPostingStatus = (typeof jobPostingStatuses)[number];

export const jobPostingStatusNames: Readonly<Record<JobPostingStatus, LocalizedName>> = {
  draft: { zh: '草稿', en: 'a draft' },
  in_review: { zh: '待审核', en: 'in review' },
  rejected: { zh: '未通过审核', en: 'refused' },
  approved: { zh: '已通过审核', en: 'approved' },
  published: { zh: '已发布', en: 'published' },
  paused: { zh: '已暂停', en: 'paused' },
  filled: { zh: '已招满', en: 'filled' },
  expired: { zh: '已过期', en: 'expired' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  taken_down: { zh: '已下架', en: 'taken down' },
  archived: { zh: '已归档', en: 'archived' },
};

/** With the titles that the authorities use (用工类型). */
export const employmentTypes = {
  full_time: '全日制',
  part_time: '非全日制',
  dispatch: '劳务派遣',
  internship: '实习',
  gig: '零工',
  shared: '共享用工',
} as const;

export type EmploymentType = keyof typeof employmentTypes;

export const payPeriods = { hour: '时', day: '日', week: '周', month: '月', year: '年' } as const;

export type PayPeriod = keyof typeof payPeriods;

/** Currencies with two decimals, as a posting may name them (ISO 4217). */
export const payCurrencies = ['CNY', 'HKD', 'MOP', 'TWD', 'USD', 'EUR', 'GBP', 'SGD'] as const;

export type PayCurrency = (typeof payCurrencies)[number];

/** No requirement, junior secondary, senior secondary, college, bachelor, master, doctor. */
export const highestEducation = 6;

/** What a company offers. */
export interface JobPostingContent {
  /** The company's own number, unique within it. */
  readonly reference: string;
  readonly title: string;
  /** 职业分类大典. */
  readonly occupationCode: string;
  readonly headcount: number;
  readonly employmentType: EmploymentType;
  readonly duties: string;
  readonly requirements: string;
  /** GB/T 2260. */
  readonly regionCode: string;
  readonly address: string;
  /** Minor units of `payCurrency` for one `payPeriod`. */
  readonly payMin: number;
  readonly payMax: number;
  readonly payCurrency: PayCurrency;
  readonly payPeriod: PayPeriod;
  readonly workingTime: string;
  /** 0 (none) to 6 (doctor). */
  readonly minimumEducation: number;
  readonly minimumExperienceYears: number;
  readonly skills: readonly string[];
  readonly questions: readonly Question[];
  readonly contactRoute: string;
  /** Where a repost comes from. */
  readonly source: string | null;
  readonly validThrough: Date;
}

export interface JobPosting extends JobPostingContent {
  readonly id: string;
  readonly companyId: string;
  /** What was last decided; see `statusAt` for what holds at a moment. */
  readonly status: JobPostingStatus;
  readonly statusReason: string | null;
  readonly publishedAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}

/** Who takes a step: the company, a reviewer, the calendar, a change of the content, or the loss of the company's standing. */
export type JobPostingStepBy = 'company' | 'reviewer' | 'clock' | 'edit' | 'company-hidden';

export interface JobPostingStep {
  readonly from: JobPostingStatus;
  readonly to: JobPostingStatus;
  readonly by: readonly JobPostingStepBy[];
  /** The company is told why. */
  readonly needsReason?: true;
}

/** Every step there is; all others are refused. */
export const jobPostingSteps: readonly JobPostingStep[] = [
  { from: 'draft', to: 'in_review', by: ['company'] },
  { from: 'in_review', to: 'approved', by: ['reviewer'] },
  { from: 'in_review', to: 'rejected', by: ['reviewer'], needsReason: true },
  { from: 'rejected', to: 'in_review', by: ['company'] },
  { from: 'approved', to: 'published', by: ['company', 'reviewer'] },
  { from: 'approved', to: 'in_review', by: ['edit'] },
  { from: 'published', to: 'in_review', by: ['edit'] },
  { from: 'published', to: 'paused', by: ['company', 'company-hidden'] },
  { from: 'published', to: 'filled', by: ['company'] },
  { from: 'published', to: 'expired', by: ['clock'] },
  { from: 'published', to: 'withdrawn', by: ['company'] },
  { from: 'published', to: 'taken_down', by: ['reviewer'], needsReason: true },
  { from: 'paused', to: 'in_review', by: ['edit'] },
  { from: 'paused', to: 'published', by: ['company'] },
  { from: 'paused', to: 'filled', by: ['company'] },
  { from: 'paused', to: 'expired', by: ['clock'] },
  { from: 'paused', to: 'withdrawn', by: ['company'] },
  { from: 'paused', to: 'taken_down', by: ['reviewer'], needsReason: true },
  { from: 'paused', to: 'archived', by: ['company'] },
  { from: 'expired', to: 'in_review', by: ['edit'] },
  { from: 'expired', to: 'archived', by: ['company'] },
  { from: 'filled', to: 'archived', by: ['company'] },
  { from: 'withdrawn', to: 'archived', by: ['company'] },
  { from: 'taken_down', to: 'archived', by: ['reviewer'] },
];

export function jobPostingStep(
  from: JobPostingStatus,
  to: JobPostingStatus,
  by: JobPostingStepBy,
): JobPostingStep | undefined {
  return jobPostingSteps.find(
    (step) => step.from === from && step.to === to && step.by.includes(by),
  );
}

/** Whether time has run out. The task that writes expiry down asks the same in SQL. */
export function isPastValidity(posting: Pick<JobPosting, 'validThrough'>, now: Date): boolean {
  return now > posting.validThrough;
}

/** The status at a moment: expiry holds before the task has written it down. */
export function statusAt(
  posting: Pick<JobPosting, 'status' | 'validThrough'>,
  now: Date,
): JobPostingStatus {
  const canExpire = jobPostingStep(posting.status, 'expired', 'clock') !== undefined;
  return canExpire && isPastValidity(posting, now) ? 'expired' : posting.status;
}

/** Whether one may apply. */
export function isOpenAt(posting: Pick<JobPosting, 'status' | 'validThrough'>, now: Date): boolean {
  return statusAt(posting, now) === 'published';
}

const day = 86_400_000;
export const longestValidityDays = 180;

/** The part of the content that has rules beyond its types. */
type CheckedContent = Pick<
  JobPostingContent,
  'occupationCode' | 'regionCode' | 'payMin' | 'payMax' | 'validThrough'
> & { readonly questions?: readonly Question[] };

/** What no type and no length shows. */
export function jobPostingFaults(content: CheckedContent, now: Date): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!occupations.isKnown(content.occupationCode)) {
    faults.push({ field: 'occupationCode', code: 'job-posting.occupation-unknown' });
  }
  if (!regions.isKnown(content.regionCode)) {
    faults.push({ field: 'regionCode', code: 'job-posting.region-unknown' });
  }
  if (content.payMax < content.payMin) {
    faults.push({ field: 'payMax', code: 'job-posting.pay-reversed' });
  }
  return [...faults, ...validityFaults(content, now), ...questionFaults(content.questions ?? [])];
}

function validityFaults({ validThrough }: CheckedContent, now: Date): FieldFault[] {
  if (validThrough <= now) return [{ field: 'validThrough', code: 'job-posting.validity-past' }];
  if (validThrough.getTime() - now.getTime() > longestValidityDays * day) {
    const parameters = { days: longestValidityDays };
    return [{ field: 'validThrough', code: 'job-posting.validity-too-long', parameters }];
  }
  return [];
}

/** What a reviewer does not judge: a change of it needs no new review. */
const unreviewedFields: ReadonlySet<keyof JobPostingContent> = new Set([
  'reference',
  'headcount',
  'validThrough',
]);

const editableStatuses: readonly JobPostingStatus[] = [
  'draft',
  'in_review',
  'rejected',
  'approved',
  'published',
  'paused',
  'expired',
];

export function isEditable(status: JobPostingStatus): boolean {
  return editableStatuses.includes(status);
}

/** The fields that an edit really changes. */
export function changedFields(
  before: JobPostingContent,
  changes: Partial<JobPostingContent>,
): (keyof JobPostingContent)[] {
  const fields = Object.keys(changes) as (keyof JobPostingContent)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(changes[field]));
}

/** After a change of what was reviewed, and after a renewal, the posting is reviewed again. */
export function statusAfterEdit(
  posting: JobPosting,
  changed: readonly (keyof JobPostingContent)[],
  now: Date,
): JobPostingStatus {
  const status = statusAt(posting, now);
  const isReviewed = changed.some((field) => !unreviewedFields.has(field));
  const needsReview = isReviewed || (status === 'expired' && changed.length > 0);
  return needsReview && jobPostingStep(status, 'in_review', 'edit') ? 'in_review' : posting.status;
}

/** What a posting adds to its company's counters. */
export interface Tally {
  readonly postings: number;
  readonly headcount: number;
}

export function tallyOf(posting: Pick<JobPosting, 'status' | 'headcount'>): Tally {
  return posting.status === 'published'
    ? { postings: 1, headcount: posting.headcount }
    : { postings: 0, headcount: 0 };
}

const monthsPerYear = 12;
const weeksPerYear = 52;
/** 人社部: 21.75 paid days and 174 hours a month. */
const daysPerMonth = 21.75;
const hoursPerMonth = 174;

/** What the highest pay makes in a month, in minor units of CNY; `null` where that cannot be said. */
export function monthlyPayMax(
  posting: Pick<JobPosting, 'payMax' | 'payPeriod' | 'payCurrency' | 'employmentType'>,
): number | null {
  const { payMax, payPeriod } = posting;
  if (posting.payCurrency !== 'CNY') return null;
  if (payPeriod === 'month') return payMax;
  if (payPeriod === 'year') return Math.floor(payMax / monthsPerYear);
  const isFullTime = posting.employmentType !== 'part_time' && posting.employmentType !== 'gig';
  if (!isFullTime) return null;
  const perMonth = {
    week: weeksPerYear / monthsPerYear,
    day: daysPerMonth,
    hour: hoursPerMonth,
  };
  return Math.floor(payMax * perMonth[payPeriod]);
}

/** As whom somebody may take steps of postings. */
export interface Mandate {
  readonly edits: Reach;
  readonly isReviewer: boolean;
  /** The companies that somebody works for. */
  readonly employerIds: readonly string[];
}

export function mayEdit({ edits }: Mandate, companyId: string): boolean {
  return reaches(edits, companyId);
}

/** Nobody reviews what the own employer offers. */
export function mayReview({ isReviewer, employerIds }: Mandate, companyId: string): boolean {
  return isReviewer && !employerIds.includes(companyId);
}
