import {
  Choice,
  Flag,
  Pattern,
  phonePattern,
  Text,
  WholeNumber,
} from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/page.js';
import { normalizeCreditCode } from '../../../platform/codes/credit-code.js';
import { companyStatuses, unitTypes } from '../company.rules.js';
import type { CompanyContent, CompanyStatus, UnitType } from '../company.rules.js';

const unitTypeCodes = Object.keys(unitTypes);
const industryPattern = /^(?:[A-T]|\d{2})$/;
const regionPattern = /^\d{6}$/;
const emailPattern = /^(?=.{3,254}$)[^\s@]{1,64}@[^\s@]{1,253}$/;

export class RegisterCompanyDto {
  /** Unified social credit code, GB 32100-2015. */
  @Text(18, 40)
  creditCode: string;

  /** As on the licence. */
  @Text(2, 200)
  legalName: string;

  @Text(2, 200, { optional: true, nullable: true })
  legalNameEn?: string | null;

  @Choice(unitTypeCodes)
  unitType: UnitType;

  /** GB/T 4754: a section (A to T) or a division. */
  @Pattern(industryPattern)
  industryCode: string;

  /** GB/T 2260. */
  @Pattern(regionPattern)
  regionCode: string;

  @Text(1, 300)
  address: string;

  @Text(0, 5_000, { optional: true })
  introduction?: string;

  @Text(1, 80)
  contactName: string;

  @Pattern(phonePattern)
  contactPhone: string;

  @Pattern(emailPattern, { optional: true, nullable: true })
  contactEmail?: string | null;
}

/** What is left out stays as it is. */
export class EditCompanyDto {
  /** Fixed once the company was submitted. */
  @Text(18, 40, { optional: true })
  creditCode?: string;

  @Text(2, 200, { optional: true })
  legalName?: string;

  @Text(2, 200, { optional: true, nullable: true })
  legalNameEn?: string | null;

  @Choice(unitTypeCodes, { optional: true })
  unitType?: UnitType;

  @Pattern(industryPattern, { optional: true })
  industryCode?: string;

  @Pattern(regionPattern, { optional: true })
  regionCode?: string;

  @Text(1, 300, { optional: true })
  address?: string;

  @Text(0, 5_000, { optional: true })
  introduction?: string;

  @Text(1, 80, { optional: true })
  contactName?: string;

  @Pattern(phonePattern, { optional: true })
  contactPhone?: string;

  @Pattern(emailPattern, { optional: true, nullable: true })
  contactEmail?: string | null;
}

export class MoveCompanyDto {
  @Choice(companyStatuses)
  to: CompanyStatus;

  /** Needed where the company has to be told why. */
  @Text(1, 1_000, { optional: true })
  reason?: string;

  /** Of a reviewer who has seen the licence: the credit code is right although its check character is not. */
  @Flag({ optional: true })
  acceptCreditCode?: boolean;

  /** The version that was looked at; when it is no longer the newest, the answer is 412. */
  @WholeNumber(1, 999_999_999, { optional: true })
  version?: number;
}

export class CompanyListQuery extends PageQuery {
  /** Part of the name, in either language. */
  @Text(1, 100, { optional: true })
  query?: string;

  @Choice(companyStatuses, { optional: true })
  status?: CompanyStatus;

  /** `mine`: only the companies that the caller works for. */
  @Choice(['visible', 'mine'], { optional: true })
  scope?: 'visible' | 'mine';
}

export function newCompany(body: RegisterCompanyDto): CompanyContent {
  return {
    ...body,
    creditCode: normalizeCreditCode(body.creditCode),
    legalNameEn: body.legalNameEn ?? null,
    introduction: body.introduction ?? '',
    contactEmail: body.contactEmail ?? null,
  };
}

export function editedCompany(body: EditCompanyDto): Partial<CompanyContent> {
  const { creditCode, ...rest } = body;
  return {
    ...rest,
    ...(creditCode === undefined ? {} : { creditCode: normalizeCreditCode(creditCode) }),
  };
}
