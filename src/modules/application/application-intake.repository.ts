import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { idArray, jsonArray } from '../../platform/database/binary-array.js';
import { Consumers } from '../../platform/outbox/consumers.js';
import { applicationSubmitted } from './application.events.js';

export interface NewApplication {
  readonly id: string;
  readonly jobPostingId: string;
  /** Of the posting that the applicant's answers were checked against. */
  readonly postingVersion: number;
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

const isOver = `status IN ('withdrawn', 'rejected', 'expired')`;

/** A person's application for an opening, the only one that is live. */
const onlyLive = 'application_one_live';
const passOverRepeats = `
    ON CONFLICT (
      applicant_id, job_posting_id,
      (CASE WHEN ${isOver} THEN id END)
    ) DO NOTHING`;

const queuedAndCounted = `
  queued AS (
    INSERT INTO outbox (consumer, entity_ids)
    SELECT consumer, ids
    FROM (SELECT array_agg(id) AS ids FROM accepted) AS together
    CROSS JOIN unnest($8::text[]) AS consumer
    WHERE ids IS NOT NULL
  ), counted AS (
    INSERT INTO counter (scope, metric, value)
    SELECT coalesce('fair:' || fair_id, 'session:' || live_session_id, 'season') AS scope,
           'applications', count(*)
    FROM accepted
    GROUP BY GROUPING SETS ((), (fair_id), (live_session_id))
    HAVING count(*) > 0 AND (grouping(fair_id, live_session_id) = 3
      OR fair_id IS NOT NULL OR live_session_id IS NOT NULL)
    ORDER BY scope
    ON CONFLICT (scope, metric) DO UPDATE SET value = counter.value + excluded.value
  )`;

/**
 * One statement takes a whole batch of applications: rows, outbox and counters commit together or not
 * at all. It takes only what holds at this moment: the posting is open and still the version that was
 * judged, it stands in the fair, the fair is live, the session is the fair's. What does not hold is left
 * alone.
 *
 * Prepared once, so each question about a row is one look-up by key: no plan that was made while
 * tables were small can read a whole one.
 */
const acceptSql = (onRepeat: string): string => `
  WITH open_fair AS MATERIALIZED (
    SELECT id FROM reporting.fair WHERE id = ANY($5::uuid[]) AND status = 'live'
  ), accepted AS (
    INSERT INTO application
      (id, job_posting_id, applicant_id, company_id, fair_id, live_session_id, answers)
    SELECT input.id, input.job_posting_id, input.applicant_id, posting.company_id, input.fair_id,
           input.live_session_id, input.answers
    FROM unnest(
      $1::uuid[], $2::uuid[], $3::integer[], $4::uuid[], $5::uuid[], $6::uuid[], $7::jsonb[]
    ) AS input (id, job_posting_id, posting_version, applicant_id, fair_id, live_session_id, answers)
    CROSS JOIN LATERAL (
      SELECT company_id FROM reporting.job_posting
      WHERE id = input.job_posting_id AND version = input.posting_version
        AND is_open AND valid_through >= now()
      LIMIT 1
    ) AS posting
    WHERE (input.fair_id IS NULL OR (
        input.fair_id IN (SELECT id FROM open_fair)
        AND (SELECT takes_part FROM reporting.placement WHERE fair_id = input.fair_id
               AND job_posting_id = input.job_posting_id)))
      AND (input.live_session_id IS NULL OR (
        SELECT fair_id = input.fair_id FROM reporting.live_session
        WHERE id = input.live_session_id))
    ORDER BY input.applicant_id, input.job_posting_id
    ${onRepeat}
    RETURNING id, fair_id, live_session_id, created_at
  ), ${queuedAndCounted}
  SELECT id, (extract(epoch FROM created_at) * 1000)::float8 AS "acceptedAt" FROM accepted`;

const acceptNewSql = acceptSql('');
const acceptOthersSql = acceptSql(passOverRepeats);

/** One outbox row names a whole batch. */
export const mostAccepted = 256;

/** Writes applications as they come in. */
@Injectable()
export class ApplicationIntakeRepository {
  constructor(
    private readonly database: Database,
    private readonly consumers: Consumers,
  ) {}

  /**
   * Nearly nobody applies twice, so most batches are written as if nobody did, for a sixth less
   * (measured). The database refuses a batch with a repeat, which is then written by the statement
   * that passes repeats over; where they are expected it is the first.
   *
   * @returns when each of those that are new was accepted, by application id
   */
  async accept(
    applications: readonly NewApplication[],
    expects: 'new' | 'repeats',
  ): Promise<Map<string, Date>> {
    if (applications.length === 0) return new Map();
    if (expects === 'repeats')
      return this.write('application.accept', acceptOthersSql, applications);
    try {
      return await this.write('application.accept-new', acceptNewSql, applications);
    } catch (error) {
      if (!isUniqueViolation(error, onlyLive)) throw error;
      return this.write('application.accept', acceptOthersSql, applications);
    }
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
       WHERE NOT ${isOver}`,
      [pairs.map((pair) => pair.jobPostingId), pairs.map((pair) => pair.applicantId)],
    );
    return new Map(
      rows.map((row) => [
        pairKey(row),
        {
          id: row.id,
          jobPostingId: row.jobPostingId,
          companyId: row.companyId,
          fairId: row.fairId,
          submittedAt: row.submittedAt,
        },
      ]),
    );
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

  private async write(
    name: string,
    sql: string,
    applications: readonly NewApplication[],
  ): Promise<Map<string, Date>> {
    const rows = await this.database.statement<{ id: string; acceptedAt: number }>(name, sql, [
      idArray(applications.map((application) => application.id)),
      idArray(applications.map((application) => application.jobPostingId)),
      `{${applications.map((application) => application.postingVersion).join()}}`,
      idArray(applications.map((application) => application.applicantId)),
      idArray(applications.map((application) => application.fairId)),
      idArray(applications.map((application) => application.liveSessionId)),
      jsonArray(applications.map((application) => application.answers)),
      this.consumers.namesFor(applicationSubmitted),
    ]);
    return new Map(rows.map((row) => [row.id, new Date(row.acceptedAt)]));
  }
}

export function pairKey(pair: { jobPostingId: string; applicantId: string }): string {
  return `${pair.jobPostingId} ${pair.applicantId}`;
}
