import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../platform/http/page.js';
import { companyStatuses, unitTypes } from '../company.rules.js';
import type { Company, CompanyStatus, UnitType } from '../company.rules.js';

export class CompanySummaryResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  /** Unified social credit code. */
  @ApiProperty({ type: String })
  creditCode: string;

  @ApiProperty({ type: String })
  legalName: string;

  @ApiProperty({ type: String, nullable: true })
  legalNameEn: string | null;

  @ApiProperty({ enum: Object.keys(unitTypes) })
  unitType: UnitType;

  /** GB/T 4754. */
  @ApiProperty({ type: String })
  industryCode: string;

  /** GB/T 2260. */
  @ApiProperty({ type: String })
  regionCode: string;

  @ApiProperty({ enum: companyStatuses })
  status: CompanyStatus;
}

export class CompanyPage extends PageOf(CompanySummaryResponse) {}

export class CompanyContactResponse {
  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String })
  phone: string;

  @ApiProperty({ type: String, nullable: true })
  email: string | null;
}

export class CompanyVerificationResponse {
  /** Why the status is what it is, as the reviewer wrote. */
  @ApiProperty({ type: String, nullable: true })
  reason: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  verifiedAt: string | null;

  /** When the verification runs out. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reverifyBy: string | null;

  /** `false`: the check character does not fit, a reviewer has to compare the licence. */
  @ApiProperty({ type: Boolean })
  isCreditCodeAccepted: boolean;
}

export class CompanyResponse extends CompanySummaryResponse {
  @ApiProperty({ type: String })
  address: string;

  @ApiProperty({ type: String })
  introduction: string;

  /** For `If-Match`. */
  @ApiProperty({ type: 'integer' })
  version: number;

  /** For the company itself and for reviewers; `null` for everybody else. */
  @ApiProperty({ type: CompanyContactResponse, nullable: true })
  contact: CompanyContactResponse | null;

  /** For the company itself and for reviewers; `null` for everybody else. */
  @ApiProperty({ type: CompanyVerificationResponse, nullable: true })
  verification: CompanyVerificationResponse | null;
}

export function companyResponse(company: Company, seesInside: boolean): CompanyResponse {
  return {
    id: company.id,
    creditCode: company.creditCode,
    legalName: company.legalName,
    legalNameEn: company.legalNameEn,
    unitType: company.unitType,
    industryCode: company.industryCode,
    regionCode: company.regionCode,
    status: company.status,
    address: company.address,
    introduction: company.introduction,
    version: company.version,
    contact: seesInside
      ? { name: company.contactName, phone: company.contactPhone, email: company.contactEmail }
      : null,
    verification: seesInside
      ? {
          reason: company.statusReason,
          verifiedAt: company.verifiedAt?.toISOString() ?? null,
          reverifyBy: company.reverifyBy?.toISOString() ?? null,
          isCreditCodeAccepted: company.isCreditCodeAccepted,
        }
      : null,
  };
}
