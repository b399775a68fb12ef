import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../platform/http/page.js';
import type { Receipt } from '../application-intake.repository.js';
import type { ApplicationRow } from '../application.queries.js';
import { applicationStatuses, reasonsOf, scoreFactors } from '../application.rules.js';

/** Proof that the application is kept; a repeated submission gets the very same. */
export class ApplicationReceiptResponse {
  id: string;
  jobPostingId: string;
  companyId: string;
  @ApiProperty({ type: String, nullable: true })
  fairId: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  submittedAt: string;
}

export class ScoreReasonResponse {
  @ApiProperty({ enum: scoreFactors })
  factor: string;
  points: number;
  outOf: number;
}

export class ApplicationResponse {
  id: string;
  jobPostingId: string;
  jobPostingTitle: string;
  companyId: string;
  companyName: string;
  @ApiProperty({ type: String, nullable: true })
  companyNameEn: string | null;
  @ApiProperty({ type: String, nullable: true })
  fairId: string | null;
  @ApiProperty({ type: String, nullable: true })
  liveSessionId: string | null;
  @ApiProperty({ enum: applicationStatuses })
  status: string;
  @ApiProperty({ type: String, nullable: true })
  statusReason: string | null;
  @ApiProperty({ enum: ['pending', 'processed', 'attention'] })
  state: string;
  @ApiProperty({ type: Boolean, nullable: true })
  eligible: boolean | null;
  /** 0 to 100, the sum of the reasons' points; null until processed. */
  @ApiProperty({ type: Number, nullable: true })
  score: number | null;
  @ApiProperty({ type: [ScoreReasonResponse] })
  reasons: ScoreReasonResponse[];
  /** Codes of what speaks against it; a person decides. */
  @ApiProperty({ type: [String] })
  obstacles: string[];
  @ApiProperty({ type: String, nullable: true })
  attentionReason: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  submittedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  processedAt: string | null;
}

/** With what only the applicant and the company that was applied to may read. */
export class ApplicationDetailResponse extends ApplicationResponse {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  answers: Record<string, string>;
  @ApiProperty({ type: String, nullable: true })
  applicantName: string | null;
}

export class ApplicationPage extends PageOf(ApplicationResponse) {}

export function receiptResponse(receipt: Receipt): ApplicationReceiptResponse {
  return {
    id: receipt.id,
    jobPostingId: receipt.jobPostingId,
    companyId: receipt.companyId,
    fairId: receipt.fairId,
    submittedAt: receipt.submittedAt.toISOString(),
  };
}

export function applicationResponse(row: ApplicationRow): ApplicationResponse {
  return {
    id: row.id,
    jobPostingId: row.jobPostingId,
    jobPostingTitle: row.jobPostingTitle,
    companyId: row.companyId,
    companyName: row.companyName,
    companyNameEn: row.companyNameEn,
    fairId: row.fairId,
    liveSessionId: row.liveSessionId,
    status: row.status,
    statusReason: row.statusReason,
    state: row.state,
    eligible: row.eligible,
    score: row.score,
    reasons: reasonsOf(row.scorePoints ?? []),
    obstacles: row.obstacles ?? [],
    attentionReason: row.attentionReason,
    submittedAt: row.submittedAt.toISOString(),
    processedAt: row.processedAt?.toISOString() ?? null,
  };
}
