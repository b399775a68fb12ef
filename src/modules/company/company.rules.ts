import { mayIn, organizationsOf, reachOf } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';
import { checkCreditCode, isReviewableFault } from '../../platform/codes/credit-code.js';
import { industries } from '../../platform/codes/industries.js';
import { regions } from '../../platform/codes/regions.js';
import type { FieldFault, LocalizedName } from '../../platform/errors/domain-error.js';

export const companyStatuses = [
  'draft',
  'submitted',
  'needs_fix',
  'verified',
  'due_reverify',
  'suspended',
  'closed',
  'blacklisted',
] as const;

export type CompanyStatus = (typeof companyStatuses)[number];

export const companyStatusNames: Readonly<Record<CompanyStatus, LocalizedName>> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '待审核', en: 'submitted' },
  needs_fix: { zh: '待补正', en: 'sent back' },
  verified: { zh: '已认证', en: 'verified' },
  due_reverify: { zh: '待复核', en: 'due for another check' },
  suspended: { zh: '已暂停', en: 'suspended' },
  closed: { zh: '已关闭', en: 'closed' },
  blacklisted: { zh: '已列入黑名单', en: 'blacklisted' },
};

/** With the titles that files of the authorities use. */
export const unitTypes = {
  state_owned: '国有企业',
  private: '民营企业',
  foreign_invested: '外商及港澳台投资企业',
  individual_business: '个体工商户',
  public_institution: '事业单位',
  government_body: '机关',
  social_organization: '社会组织',
  other: '其他',
} as const;

export type UnitType = keyof typeof unitTypes;

/** What the company says of itself. */
export interface CompanyContent {
  /** Unified social credit code, GB 32100-2015. */
  readonly creditCode: string;
  readonly legalName: string;
  readonly legalNameEn: string | null;
  readonly unitType: UnitType;
  /** GB/T 4754. */
  readonly industryCode: string;
  /** GB/T 2260. */
  readonly regionCode: string;
  readonly address: string;
  readonly introduction: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly contactEmail: string | null;
}

export interface Company extends CompanyContent {
  readonly id: string;
  /** `null` while an imported company has no account of its own. */
  readonly organizationId: string | null;
  readonly isCreditCodeAccepted: boolean;
  readonly status: CompanyStatus;
  readonly statusReason: string | null;
  readonly verifiedAt: Date | null;
  readonly reverifyBy: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}

/** Who takes a step: the company itself, a reviewer, the calendar, or a change of its legal identity. */
export type CompanyStepBy = 'owner' | 'reviewer' | 'clock' | 'edit';

export interface CompanyStep {
  readonly from: CompanyStatus;
  readonly to: CompanyStatus;
  readonly by: readonly CompanyStepBy[];
  /** The company is told why. */
  readonly needsReason?: true;
}

/** Every step there is; all others are refused. */
export const companySteps: readonly CompanyStep[] = [
  { from: 'draft', to: 'submitted', by: ['owner'] },
  { from: 'submitted', to: 'needs_fix', by: ['reviewer'], needsReason: true },
  { from: 'needs_fix', to: 'submitted', by: ['owner'] },
  { from: 'submitted', to: 'verified', by: ['reviewer'] },
  { from: 'verified', to: 'due_reverify', by: ['clock', 'edit'] },
  { from: 'due_reverify', to: 'verified', by: ['reviewer'] },
  { from: 'due_reverify', to: 'suspended', by: ['reviewer'], needsReason: true },
  // A fraud is stopped at once, also in the middle of a fair.
  { from: 'verified', to: 'suspended', by: ['reviewer'], needsReason: true },
  { from: 'suspended', to: 'verified', by: ['reviewer'] },
  { from: 'suspended', to: 'closed', by: ['reviewer'], needsReason: true },
  // The credit code stays taken: no second account for whom was banned from the first.
  { from: 'submitted', to: 'blacklisted', by: ['reviewer'], needsReason: true },
  { from: 'needs_fix', to: 'blacklisted', by: ['reviewer'], needsReason: true },
  { from: 'verified', to: 'blacklisted', by: ['reviewer'], needsReason: true },
  { from: 'due_reverify', to: 'blacklisted', by: ['reviewer'], needsReason: true },
  { from: 'suspended', to: 'blacklisted', by: ['reviewer'], needsReason: true },
  { from: 'closed', to: 'blacklisted', by: ['reviewer'], needsReason: true },
];

export function companyStep(
  from: CompanyStatus,
  to: CompanyStatus,
  by: CompanyStepBy,
): CompanyStep | undefined {
  return companySteps.find((step) => step.from === from && step.to === to && step.by.includes(by));
}

/** Shown to everybody: verified once, and not taken back. */
export const visibleStatuses: readonly CompanyStatus[] = ['verified', 'due_reverify'];

export function isVisible(status: CompanyStatus): boolean {
  return visibleStatuses.includes(status);
}

/** A company posts only while its verification stands (人力资源市场: re-verified every six months). */
export function mayPost(company: Pick<Company, 'status' | 'reverifyBy'>, now: Date): boolean {
  return company.status === 'verified' && company.reverifyBy !== null && company.reverifyBy > now;
}

const reverifyMonths = 6;

/** Six months on; the last day of a month where that day does not exist. */
export function reverifyDate(verifiedAt: Date): Date {
  const date = new Date(verifiedAt);
  date.setUTCMonth(date.getUTCMonth() + reverifyMonths);
  if (date.getUTCDate() !== verifiedAt.getUTCDate()) date.setUTCDate(0);
  return date;
}

const editableStatuses: readonly CompanyStatus[] = [
  'draft',
  'submitted',
  'needs_fix',
  'verified',
  'due_reverify',
];

export function isEditable(status: CompanyStatus): boolean {
  return editableStatuses.includes(status);
}

/** The status after an edit: a verified company that is now called otherwise is verified anew. */
export function statusAfterEdit(before: Company, after: CompanyContent): CompanyStatus {
  const isOtherIdentity =
    before.legalName !== after.legalName || before.unitType !== after.unitType;
  return isOtherIdentity && companyStep(before.status, 'due_reverify', 'edit')
    ? 'due_reverify'
    : before.status;
}

/** Once a reviewer may have seen the licence, the code on it stays. */
export function mayChangeCreditCode(status: CompanyStatus): boolean {
  return status === 'draft' || status === 'needs_fix';
}

export function isCreditCodeSound(creditCode: string): boolean {
  return checkCreditCode(creditCode).ok;
}

/** What no type and no length shows; a check character that does not fit is for the reviewer. */
export function companyFaults(content: CompanyContent): FieldFault[] {
  const faults: FieldFault[] = [];
  const check = checkCreditCode(content.creditCode);
  if (!check.ok && !isReviewableFault(check.reason)) {
    faults.push({ field: 'creditCode', code: 'company.credit-code-wrong' });
  }
  if (!industries.isKnown(content.industryCode)) {
    faults.push({ field: 'industryCode', code: 'company.industry-unknown' });
  }
  if (!regions.isKnown(content.regionCode)) {
    faults.push({ field: 'regionCode', code: 'company.region-unknown' });
  }
  return faults;
}

/** Whether the actor works for the company, in whatever role. */
export function isOwn(actor: Actor | null, company: Pick<Company, 'organizationId'>): boolean {
  if (!actor || company.organizationId === null) return false;
  return organizationsOf(actor, 'employer').includes(company.organizationId);
}

export function isReviewer(actor: Actor | null): boolean {
  return reachOf(actor, 'company.review').all;
}

/** Contact data and the course of the verification are for the company and for reviewers. */
export function seesInside(
  actor: Actor | null,
  { organizationId }: Pick<Company, 'organizationId'>,
): boolean {
  return isReviewer(actor) || mayIn(actor, organizationId, 'company.read-own');
}

export function mayEdit(
  actor: Actor,
  { organizationId }: Pick<Company, 'organizationId'>,
): boolean {
  return mayIn(actor, organizationId, 'company.edit');
}

/** Nobody reviews the own employer. */
export function mayReview(actor: Actor, company: Pick<Company, 'organizationId'>): boolean {
  return isReviewer(actor) && !isOwn(actor, company);
}
