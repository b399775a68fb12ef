import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { pointsOf } from './application.rules.js';
import type { ApplicationStatus, Screening } from './application.rules.js';

export interface SliceRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly jobPostingId: string;
  readonly applicantId: string;
  readonly companyId: string;
  readonly fairId: string | null;
  readonly answers: Record<string, string>;
}

export interface ScreenedRow {
  readonly row: SliceRow;
  readonly screening: Screening;
}

export interface LockedApplication {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly applicantId: string;
  readonly companyId: string;
  readonly fairId: string | null;
  readonly status: ApplicationStatus;
  readonly attentionReason: string | null;
}

@Injectable()
export class ApplicationRepository {
  /** The applications of a slice that are still to be judged. */
  async loadSlice(transaction: Transaction, ids: readonly string[]): Promise<SliceRow[]> {
    return transaction.query<SliceRow>(
      `SELECT id, job_posting_id AS "jobPostingId", applicant_id AS "applicantId",
              company_id AS "companyId", fair_id AS "fairId", answers
       FROM application WHERE id = ANY($1) AND processed_at IS NULL AND attention_reason IS NULL`,
      [ids],
    );
  }

  async saveScreenings(transaction: Transaction, screened: readonly ScreenedRow[]): Promise<void> {
    await transaction.query(
      `UPDATE application SET processed_at = now(), eligible = result.eligible,
         score = result.score, obstacles = result.obstacles::text[],
         score_points = result.points::smallint[]
       FROM unnest($1::uuid[], $2::boolean[], $3::smallint[], $4::text[], $5::text[])
         AS result (id, eligible, score, obstacles, points)
       WHERE application.id = result.id`,
      [
        screened.map(({ row }) => row.id),
        screened.map(({ screening }) => screening.eligible),
        screened.map(({ screening }) => screening.score),
        screened.map(({ screening }) => `{${screening.obstacles.join()}}`),
        screened.map(({ screening }) => `{${pointsOf(screening.reasons).join()}}`),
      ],
    );
  }

  async markAttention(
    transaction: Transaction,
    marks: readonly { readonly id: string; readonly reason: string }[],
  ): Promise<SliceRow[]> {
    return transaction.query<SliceRow>(
      `UPDATE application SET attention_reason = mark.reason
       FROM unnest($1::uuid[], $2::text[]) AS mark (id, reason)
       WHERE application.id = mark.id AND processed_at IS NULL AND attention_reason IS NULL
       RETURNING application.id, job_posting_id AS "jobPostingId", applicant_id AS "applicantId",
                 company_id AS "companyId", fair_id AS "fairId", answers`,
      [marks.map((mark) => mark.id), marks.map((mark) => mark.reason)],
    );
  }

  async clearAttention(transaction: Transaction, id: string): Promise<void> {
    await transaction.query('UPDATE application SET attention_reason = NULL WHERE id = $1', [id]);
  }

  async lock(transaction: Transaction, id: string): Promise<LockedApplication | undefined> {
    const [row] = await transaction.query<LockedApplication>(
      `SELECT id, applicant_id AS "applicantId", company_id AS "companyId", fair_id AS "fairId",
              status, attention_reason AS "attentionReason"
       FROM application WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row;
  }

  async saveStatus(
    transaction: Transaction,
    id: string,
    status: ApplicationStatus,
    reason: string | null,
  ): Promise<void> {
    await transaction.query(
      `UPDATE application SET status = $2, status_reason = $3, version = version + 1
       WHERE id = $1`,
      [id, status, reason],
    );
  }
}
