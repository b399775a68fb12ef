import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Consumers } from '../../platform/outbox/consumers.js';
import { mostFacts } from '../../platform/outbox/outbox.js';
import { applicationSubmitted } from './application.events.js';
import { pointsOf } from './application.rules.js';
import type { ApplicationStatus, Screening } from './application.rules.js';

export interface NewApplication {
  readonly id: string;
  readonly jobPostingId: string;
  readonly applicantId: string;
  readonly companyId: string;
  readonly fairId: string | null;
  readonly liveSessionId: string | null;
  readonly answers: Readonly<Record<string, string>>;
}

/** What an applicant gets back: the same for the first press of the button and for the tenth. */
export interface Receipt {
  readonly id: string;
  readonly jobPostingId: string;
  readonly companyId: string;
  readonly fairId: string | null;
  readonly submittedAt: Date;
}

interface ReceiptRow extends Receipt {
  readonly [column: string]: unknown;
  readonly applicantId: string;
}

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

const liveStatuses = `status NOT IN ('withdrawn', 'rejected', 'expired')`;

/**
 * One statement takes a whole batch of applications: rows, outbox and counters commit
 * together or not at all. A pair that is there already is left alone.
 */
const acceptSql = `
  WITH accepted AS (
    INSERT INTO application
      (id, job_posting_id, applicant_id, company_id, fair_id, live_session_id, answers)
    SELECT * FROM unnest(
      $1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::jsonb[]
    ) AS input (id, job_posting_id, applicant_id, company_id, fair_id, live_session_id, answers)
    ORDER BY job_posting_id, applicant_id
    ON CONFLICT (job_posting_id, applicant_id) WHERE ${liveStatuses} DO NOTHING
    RETURNING id, job_posting_id, applicant_id, company_id, fair_id, live_session_id, created_at
  ), queued AS (
    INSERT INTO outbox (consumer, entity_ids)
    SELECT consumer, array_agg(id)
    FROM (SELECT id, row_number() OVER () - 1 AS place FROM accepted) AS placed
    CROSS JOIN unnest($8::text[]) AS consumer
    GROUP BY consumer, place / ${mostFacts}
  ), counted AS (
    INSERT INTO counter (scope, metric, value)
    SELECT scope, 'applications', count(*)
    FROM accepted CROSS JOIN LATERAL (VALUES
      ('season'), ('company:' || company_id), ('fair:' || fair_id), ('session:' || live_session_id)
    ) AS counted_for (scope)
    WHERE scope IS NOT NULL
    GROUP BY scope ORDER BY scope
    ON CONFLICT (scope, metric) DO UPDATE SET value = counter.value + excluded.value
  )
  SELECT id, job_posting_id AS "jobPostingId", applicant_id AS "applicantId",
         company_id AS "companyId", fair_id AS "fairId", created_at AS "submittedAt"
  FROM accepted`;

@Injectable()
export class ApplicationRepository {
  constructor(
    private readonly database: Database,
    private readonly consumers: Consumers,
  ) {}

  /** @returns the receipts of those that are new, by application id */
  async accept(applications: readonly NewApplication[]): Promise<Map<string, Receipt>> {
    const rows = await this.database.statement<ReceiptRow>('application.accept', acceptSql, [
      applications.map((application) => application.id),
      applications.map((application) => application.jobPostingId),
      applications.map((application) => application.applicantId),
      applications.map((application) => application.companyId),
      applications.map((application) => application.fairId),
      applications.map((application) => application.liveSessionId),
      applications.map((application) => JSON.stringify(application.answers)),
      this.consumers.namesFor(applicationSubmitted),
    ]);
    return new Map(rows.map((row) => [row.id, receiptOf(row)]));
  }

  /** The live applications of these pairs, by `pairKey`. */
  async liveReceipts(
    pairs: readonly { jobPostingId: string; applicantId: string }[],
  ): Promise<Map<string, Receipt>> {
    const rows = await this.database.statement<ReceiptRow>(
      'application.live-receipts',
      `SELECT id, application.job_posting_id AS "jobPostingId",
              application.applicant_id AS "applicantId", company_id AS "companyId",
              fair_id AS "fairId", created_at AS "submittedAt"
       FROM application
       JOIN (SELECT DISTINCT * FROM unnest($1::uuid[], $2::uuid[])) AS pair (job_posting_id, applicant_id)
         ON pair.job_posting_id = application.job_posting_id
        AND pair.applicant_id = application.applicant_id
       WHERE ${liveStatuses}`,
      [pairs.map((pair) => pair.jobPostingId), pairs.map((pair) => pair.applicantId)],
    );
    return new Map(rows.map((row) => [pairKey(row), receiptOf(row)]));
  }

  /** Which of these live sessions belong to which fair. */
  async fairsOfSessions(sessionIds: readonly string[]): Promise<Map<string, string>> {
    if (sessionIds.length === 0) return new Map();
    const rows = await this.database.statement<{ id: string; fairId: string }>(
      'application.fairs-of-sessions',
      'SELECT id, fair_id AS "fairId" FROM reporting.live_session WHERE id = ANY($1)',
      [sessionIds],
    );
    return new Map(rows.map((row) => [row.id, row.fairId]));
  }

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

export function pairKey(pair: { jobPostingId: string; applicantId: string }): string {
  return `${pair.jobPostingId} ${pair.applicantId}`;
}

function receiptOf(row: ReceiptRow): Receipt {
  const { id, jobPostingId, companyId, fairId, submittedAt } = row;
  return { id, jobPostingId, companyId, fairId, submittedAt };
}
