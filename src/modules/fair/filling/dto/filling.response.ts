import { ApiProperty } from '@nestjs/swagger';
import {
  importReportResponse,
  ImportReportResponse,
} from '../../../../platform/csv/import-report.response.js';
import type { ImportReport } from '../../../../platform/csv/csv-importer.js';
import type { Locale } from '../../../../platform/errors/domain-error.js';

/** What the file brought into the platform, and what it brought into this fair. */
export class FairFillingResponse extends ImportReportResponse {
  /** Companies that have a booth in the fair only since this file. */
  @ApiProperty({ type: 'integer' })
  enteredCompanies: number;

  /** Openings that are shown in the fair only since this file. */
  @ApiProperty({ type: 'integer' })
  enteredJobPostings: number;
}

interface Filling {
  readonly report: ImportReport;
  readonly enteredCompanies: number;
  readonly enteredJobPostings: number;
}

export function fairFillingResponse(filling: Filling, locale: Locale): FairFillingResponse {
  const { report, ...entered } = filling;
  return { ...importReportResponse(report, locale), ...entered };
}
