import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../../platform/http/page.js';

/** An opening as a fair shows it; all of it stands at its own path. */
export class FairOpeningResponse {
  /** Of the job posting. */
  id: string;
  boothId: string;
  companyId: string;
  companyName: string;
  @ApiProperty({ type: String, nullable: true })
  companyNameEn: string | null;
  /** Empty when it was taken down. */
  title: string;
  /** 职业分类大典. */
  occupationCode: string;
  headcount: number;
  employmentType: string;
  /** GB/T 2260. */
  regionCode: string;
  /** Minor units of `payCurrency` for one `payPeriod`. */
  payMin: number;
  payMax: number;
  /** ISO 4217. */
  payCurrency: string;
  payPeriod: string;
  minimumEducation: number;
  minimumExperienceYears: number;
  status: string;
  @ApiProperty({ format: 'date-time' })
  validThrough: string;
}

export class FairOpeningPage extends PageOf(FairOpeningResponse) {}

type FairOpening = Omit<FairOpeningResponse, 'validThrough'> & { readonly validThrough: Date };

export function fairOpeningResponse(opening: FairOpening): FairOpeningResponse {
  return {
    id: opening.id,
    boothId: opening.boothId,
    companyId: opening.companyId,
    companyName: opening.companyName,
    companyNameEn: opening.companyNameEn,
    title: opening.status === 'taken_down' ? '' : opening.title,
    occupationCode: opening.occupationCode,
    headcount: opening.headcount,
    employmentType: opening.employmentType,
    regionCode: opening.regionCode,
    payMin: opening.payMin,
    payMax: opening.payMax,
    payCurrency: opening.payCurrency,
    payPeriod: opening.payPeriod,
    minimumEducation: opening.minimumEducation,
    minimumExperienceYears: opening.minimumExperienceYears,
    status: opening.status,
    validThrough: opening.validThrough.toISOString(),
  };
}
