import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../../platform/http/page.js';

export class CountedCompanyResponse {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  name: string;

  @ApiProperty({ type: String, nullable: true })
  nameEn: string | null;

  /** At how many fairs of the season it takes part. */
  @ApiProperty({ type: 'integer' })
  fairs: number;
}

export class CountedCompanyPage extends PageOf(CountedCompanyResponse) {}

export class CountedOpeningResponse {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  /** `null` for an opening that counts but may not be shown any more. */
  @ApiProperty({ type: String, nullable: true })
  title: string | null;

  @ApiProperty({ type: String, format: 'uuid' })
  companyId: string;

  @ApiProperty({ type: String })
  companyName: string;

  @ApiProperty({ type: String, nullable: true })
  companyNameEn: string | null;

  @ApiProperty({ type: 'integer' })
  headcount: number;

  @ApiProperty({ type: String })
  regionCode: string;

  @ApiProperty({ type: String })
  status: string;
}

export class CountedOpeningPage extends PageOf(CountedOpeningResponse) {}

export class CountedApplicantResponse {
  /** A pseudonym; the same person has another one in every other list. */
  @ApiProperty({ type: String })
  id: string;

  @ApiProperty({ type: String, format: 'date-time' })
  firstAppliedAt: string;

  @ApiProperty({ type: 'integer' })
  applications: number;
}

export class CountedApplicantPage extends PageOf(CountedApplicantResponse) {}

export function countedApplicantResponse(row: {
  readonly id: string;
  readonly firstAppliedAt: Date;
  readonly applications: number;
}): CountedApplicantResponse {
  return { ...row, firstAppliedAt: row.firstAppliedAt.toISOString() };
}
