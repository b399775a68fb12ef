import { Injectable } from '@nestjs/common';
import type { ImportCounts } from '../../../platform/csv/csv-imports.js';
import type { Transaction } from '../../../platform/database/transaction.js';

/** A company that lines may be about. */
export interface Poster {
  readonly creditCode: string;
  readonly companyId: string;
  readonly mayPost: boolean;
}

/** What an import changed in the count of a company's open postings. */
export interface ImportTally {
  readonly companyId: string;
  readonly postings: number;
  readonly headcount: number;
}

/** The content that a reviewer judges; a change of anything else needs no new review. */
const reviewedColumns = [
  'title',
  'occupation_code',
  'employment_type',
  'duties',
  'requirements',
  'region_code',
  'address',
  'pay_min',
  'pay_max',
  'pay_currency',
  'pay_period',
  'working_time',
  'minimum_education',
  'minimum_experience_years',
  'skills',
  'contact_route',
  'source',
];
const contentColumns = [...reviewedColumns, 'headcount', 'valid_through', 'content_hash'];

const prefixed = (table: string, columns: readonly string[]): string =>
  columns.map((column) => `${table}.${column}`).join(', ');

/** Takes the lines of `staged` into the table, each question to all lines at once. */
@Injectable()
export class JobPostingImportRepository {
  async creditCodes(transaction: Transaction, after: string, limit: number): Promise<string[]> {
    const rows = await transaction.query<{ creditCode: string }>(
      `SELECT DISTINCT credit_code AS "creditCode" FROM staged
       WHERE faults IS NULL AND credit_code > $1 ORDER BY credit_code LIMIT $2`,
      [after, limit],
    );
    return rows.map((row) => row.creditCode);
  }

  async createPosters(transaction: Transaction): Promise<void> {
    await transaction.query(
      `CREATE TEMPORARY TABLE poster (
         credit_code text PRIMARY KEY, company_id uuid NOT NULL, may_post boolean NOT NULL
       ) ON COMMIT DROP`,
    );
  }

  async addPosters(transaction: Transaction, posters: readonly Poster[]): Promise<void> {
    await transaction.query(
      `INSERT INTO poster SELECT * FROM unnest($1::text[], $2::uuid[], $3::boolean[])`,
      [
        posters.map((poster) => poster.creditCode),
        posters.map((poster) => poster.companyId),
        posters.map((poster) => poster.mayPost),
      ],
    );
  }

  /**
   * Finds the posting of each line, rejects the lines that cannot go in, and holds what will change.
   * An unchanged line is neither locked nor written.
   */
  async match(transaction: Transaction, importId: string): Promise<void> {
    await transaction.query(
      `CREATE TEMPORARY TABLE matched ON COMMIT DROP AS
       SELECT staged.line, poster.company_id, coalesce(posting.id, staged.id) AS item_id,
              posting.id IS NULL AS is_new, posting.status, posting.headcount,
              posting.content_hash IS DISTINCT FROM staged.content_hash AS is_changed,
              CASE WHEN poster.company_id IS NULL THEN 'job-posting.company-unknown'
                   WHEN posting.content_hash = staged.content_hash THEN NULL
                   WHEN NOT poster.may_post THEN 'job-posting.company-not-verified'
                   WHEN posting.status IN ('filled', 'withdrawn', 'taken_down', 'archived')
                   THEN 'job-posting.closed-for-good' END AS fault
       FROM staged LEFT JOIN poster USING (credit_code)
       LEFT JOIN job_posting AS posting
         ON posting.company_id = poster.company_id AND posting.reference = staged.reference
       WHERE staged.faults IS NULL`,
    );
    await transaction.query('ANALYZE matched');
    await this.reject(
      transaction,
      importId,
      `SELECT line, CASE fault WHEN 'job-posting.closed-for-good' THEN 'reference'
                               ELSE 'credit_code' END, fault
       FROM matched WHERE fault IS NOT NULL`,
    );
    await transaction.query(
      `UPDATE matched SET status = posting.status, headcount = posting.headcount
       FROM (
         SELECT job_posting.id, job_posting.status, job_posting.headcount
         FROM job_posting JOIN matched ON matched.item_id = job_posting.id
         WHERE matched.is_changed AND matched.fault IS NULL
         ORDER BY job_posting.id FOR NO KEY UPDATE OF job_posting
       ) AS posting
       WHERE matched.item_id = posting.id`,
    );
  }

  /** @returns what is new for each company */
  async insertNew(transaction: Transaction, publishAt: Date | null): Promise<ImportTally[]> {
    return transaction.query<ImportTally & Record<string, unknown>>(
      `WITH created AS (
         INSERT INTO job_posting (id, company_id, reference, ${contentColumns.join(', ')},
                                  status, published_at)
         SELECT staged.id, matched.company_id, staged.reference,
                ${prefixed('staged', contentColumns)},
                CASE WHEN $1::timestamptz IS NULL THEN 'in_review' ELSE 'published' END, $1
         FROM staged JOIN matched USING (line)
         WHERE matched.is_new AND matched.fault IS NULL
         ON CONFLICT (company_id, reference) DO NOTHING
         RETURNING company_id, headcount
       )
       SELECT company_id AS "companyId", count(*) AS postings, sum(headcount) AS headcount
       FROM created GROUP BY company_id`,
      [publishAt],
    );
  }

  /**
   * Writes the changed postings and remembers in `stepped` which of them opened or closed. A
   * reviewer's import publishes, except what the company has paused; another one asks for review.
   *
   * @returns how many changed
   */
  async updateChanged(transaction: Transaction, publishAt: Date | null): Promise<number> {
    await transaction.query(
      `CREATE TEMPORARY TABLE stepped (
         id uuid, company_id uuid, was_open boolean, is_open boolean,
         old_headcount integer, headcount integer
       ) ON COMMIT DROP`,
    );
    return transaction.execute(
      `WITH changed AS (
         UPDATE job_posting AS posting SET
           ${contentColumns.map((column) => `${column} = staged.${column}`).join(', ')},
           status = CASE
             WHEN $1::timestamptz IS NOT NULL AND matched.status = 'paused' THEN 'paused'
             WHEN $1 IS NOT NULL THEN 'published'
             WHEN matched.status IN ('published', 'paused', 'approved')
               AND (${prefixed('posting', reviewedColumns)})
                 IS NOT DISTINCT FROM (${prefixed('staged', reviewedColumns)})
             THEN matched.status ELSE 'in_review' END,
           published_at = coalesce(posting.published_at, $1),
           version = posting.version + 1, updated_at = now()
         FROM staged JOIN matched USING (line)
         WHERE matched.is_changed AND NOT matched.is_new AND matched.fault IS NULL
           AND posting.id = matched.item_id
         RETURNING posting.id, posting.company_id, matched.status = 'published' AS was_open,
                   posting.status = 'published' AS is_open, matched.headcount AS old_headcount,
                   posting.headcount
       )
       INSERT INTO stepped SELECT * FROM changed`,
      [publishAt],
    );
  }

  async tallyOfChanged(transaction: Transaction): Promise<ImportTally[]> {
    return transaction.query<ImportTally & Record<string, unknown>>(
      `SELECT company_id AS "companyId", sum(is_open::integer - was_open::integer) AS postings,
              sum(is_open::integer * headcount - was_open::integer * old_headcount) AS headcount
       FROM stepped GROUP BY company_id`,
    );
  }

  /** A page of the postings that opened (`true`) or closed, in the order of their ids. */
  async stepped(
    transaction: Transaction,
    opened: boolean,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `SELECT id FROM stepped
       WHERE was_open <> is_open AND is_open = $1 AND ($2::uuid IS NULL OR id > $2)
       ORDER BY id LIMIT $3`,
      [opened, after, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Somebody else took the number between the match and the insert. */
  async rejectOvertaken(transaction: Transaction, importId: string): Promise<void> {
    await this.reject(
      transaction,
      importId,
      `SELECT matched.line, 'reference', 'job-posting.reference-taken'
       FROM matched LEFT JOIN job_posting ON job_posting.id = matched.item_id
       WHERE matched.is_new AND matched.fault IS NULL AND job_posting.id IS NULL`,
    );
  }

  async counts(
    transaction: Transaction,
    created: number,
    updated: number,
  ): Promise<ImportCounts & { readonly isOvertaken: boolean }> {
    const [row] = await transaction.query<{ unchanged: number; fresh: number }>(
      `SELECT count(*) FILTER (WHERE NOT is_changed) AS unchanged,
              count(*) FILTER (WHERE is_new) AS fresh
       FROM matched WHERE fault IS NULL`,
    );
    const { unchanged = 0, fresh = 0 } = row ?? {};
    return { created, updated, unchanged, isOvertaken: fresh > created };
  }

  /** Everything that the file holds and that went in, now or earlier. */
  async keepItems(transaction: Transaction, importId: string): Promise<void> {
    await transaction.query(
      `INSERT INTO csv_import_item (import_id, item_id)
       SELECT $1, matched.item_id FROM matched
       JOIN job_posting ON job_posting.id = matched.item_id WHERE matched.fault IS NULL`,
      [importId],
    );
  }

  private async reject(
    transaction: Transaction,
    importId: string,
    faultyLines: string,
  ): Promise<void> {
    await transaction.query(
      `INSERT INTO csv_import_fault (import_id, line, ordinal, column_name, code, parameters)
       SELECT $1, line, 0, column_name, code, '{}'
       FROM (${faultyLines}) AS faulty (line, column_name, code)`,
      [importId],
    );
  }
}
