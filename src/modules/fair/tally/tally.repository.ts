import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import { placedStatuses } from '../booth/booth.rules.js';
import type { CompanyStep, HeadcountChange, Placed, PostingStep } from './tally.rules.js';

interface SeasonCompanyRow {
  [column: string]: unknown;
  id: string;
  fairs: number;
}

interface SeasonPostingRow extends SeasonCompanyRow {
  companyId: string;
  headcount: number;
}

/**
 * In how many fairs a company or an opening stands. The row's lock puts the fairs of a
 * season in an order, so that exactly one of them is the first in and one the last out.
 * Rows are locked by id, after the fair and its booths and before the counters.
 */
@Injectable()
export class TallyRepository {
  constructor(private readonly database: Database) {}

  async stepCompanies(
    transaction: Transaction,
    entering: readonly string[],
    leaving: readonly string[],
  ): Promise<CompanyStep[]> {
    const rows = await transaction.statement<SeasonCompanyRow>(
      'tally.step-companies',
      `INSERT INTO season_company AS season (company_id, fairs)
       SELECT company_id, step FROM (
         SELECT unnest($1::uuid[]), 1 UNION ALL SELECT unnest($2::uuid[]), -1
       ) AS moving (company_id, step)
       ORDER BY company_id
       ON CONFLICT (company_id) DO UPDATE SET fairs = season.fairs + excluded.fairs
       RETURNING company_id AS id, fairs`,
      [entering, leaving],
    );
    return withSteps(rows, leaving);
  }

  /** An opening that comes back to the season brings the headcount that it has now. */
  async stepPostings(
    transaction: Transaction,
    entering: readonly string[],
    leaving: readonly string[],
  ): Promise<PostingStep[]> {
    const rows = await transaction.statement<SeasonPostingRow>(
      'tally.step-postings',
      `INSERT INTO season_posting AS season (job_posting_id, company_id, fairs, headcount)
       SELECT posting.id, posting.company_id, moving.step, posting.headcount FROM (
         SELECT unnest($1::uuid[]), 1 UNION ALL SELECT unnest($2::uuid[]), -1
       ) AS moving (job_posting_id, step)
       JOIN reporting.job_posting AS posting ON posting.id = moving.job_posting_id
       ORDER BY posting.id
       ON CONFLICT (job_posting_id) DO UPDATE SET
         fairs = season.fairs + excluded.fairs,
         headcount = CASE season.fairs WHEN 0 THEN excluded.headcount ELSE season.headcount END
       RETURNING job_posting_id AS id, company_id AS "companyId", headcount, fairs`,
      [entering, leaving],
    );
    return withSteps(rows, leaving);
  }

  /** Openings that the season counts with another headcount than they have; nearly always none. */
  async changedHeadcounts(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT season.job_posting_id AS id
       FROM season_posting AS season
       JOIN reporting.job_posting AS posting ON posting.id = season.job_posting_id
       WHERE posting.headcount <> season.headcount`,
    );
    return rows.map((row) => row.id);
  }

  /**
   * Takes over the headcount of openings whose companies have changed it meanwhile. An opening
   * whose row somebody holds right now is left for the next time.
   */
  async refreshHeadcounts(
    transaction: Transaction,
    jobPostingIds: readonly string[],
  ): Promise<HeadcountChange[]> {
    const rows = await transaction.query<{ id: string; companyId: string; by: number }>(
      `UPDATE season_posting AS season SET headcount = changed.headcount
       FROM (
         SELECT season.job_posting_id, posting.headcount, season.headcount AS known
         FROM season_posting AS season
         JOIN reporting.job_posting AS posting ON posting.id = season.job_posting_id
         WHERE posting.headcount <> season.headcount
           AND season.job_posting_id = ANY($1::uuid[])
         ORDER BY season.job_posting_id FOR UPDATE OF season SKIP LOCKED
       ) AS changed
       WHERE season.job_posting_id = changed.job_posting_id
       RETURNING season.job_posting_id AS id, season.company_id AS "companyId",
                 season.headcount - changed.known AS by`,
      [jobPostingIds],
    );
    if (rows.length === 0) return [];
    // Asked only now: who placed or took one before it was locked has committed.
    const fairs = await transaction.query<{ id: string; fairId: string }>(
      `SELECT job_posting_id AS id, fair_id AS "fairId" FROM reporting.booth_posting
       WHERE job_posting_id = ANY($1) AND is_counted`,
      [rows.map((row) => row.id)],
    );
    return rows.map(({ id, companyId, by }) => ({
      companyId,
      by,
      fairIds: fairs.filter((fair) => fair.id === id).map((fair) => fair.fairId),
    }));
  }

  /** What stands in the booths of a fair that count. */
  async placedIn(transaction: Transaction, fairId: string): Promise<Placed> {
    const booths = await transaction.query<{ companyId: string; jobPostingIds: string[] }>(
      `SELECT booth.company_id AS "companyId",
              ARRAY(SELECT job_posting_id FROM booth_posting WHERE booth_id = booth.id)
                AS "jobPostingIds"
       FROM booth WHERE booth.fair_id = $1 AND booth.status = ANY($2)`,
      [fairId, placedStatuses],
    );
    return {
      companyIds: booths.map((booth) => booth.companyId),
      jobPostingIds: booths.flatMap((booth) => booth.jobPostingIds),
    };
  }
}

function withSteps<Row extends { id: string }>(
  rows: readonly Row[],
  leaving: readonly string[],
): (Row & { step: 1 | -1 })[] {
  const left = new Set(leaving);
  return rows.map((row) => ({ ...row, step: left.has(row.id) ? -1 : 1 }));
}
