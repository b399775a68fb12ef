import { Injectable } from '@nestjs/common';
import { keepItemsSql } from '../../../platform/csv/csv-imports.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
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

export interface FoundLines {
  readonly fresh: number;
  readonly changed: number;
  readonly unchanged: number;
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

const closedForGood = `'filled', 'withdrawn', 'taken_down', 'archived'`;

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
         credit_code text NOT NULL, company_id uuid NOT NULL, may_post boolean NOT NULL
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
    await transaction.query('ANALYZE poster');
  }

  /**
   * Finds the posting of each line and rejects the lines that cannot go in. What is unchanged is
   * neither locked nor written.
   */
  async match(transaction: Transaction, importId: string): Promise<void> {
    await transaction.query(
      `CREATE TEMPORARY TABLE matched ON COMMIT DROP AS
       SELECT staged.line, poster.company_id, coalesce(posting.id, staged.id) AS item_id,
              posting.id IS NULL AS is_new, staged.headcount AS new_headcount,
              posting.status, posting.headcount,
              posting.content_hash IS DISTINCT FROM staged.content_hash AS is_changed,
              CASE WHEN poster.company_id IS NULL THEN 'job-posting.company-unknown'
                   WHEN posting.content_hash = staged.content_hash THEN NULL
                   WHEN NOT poster.may_post THEN 'job-posting.company-not-verified'
                   WHEN posting.status IN (${closedForGood})
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
  }

  /**
   * Nearly always nobody else has written these postings since the match; asking for every single
   * one would cost a fifth of the statement.
   */
  async insertNew(
    transaction: Transaction,
    importId: string,
    publishAt: Date | null,
  ): Promise<void> {
    await transaction.query('SAVEPOINT before_insert');
    try {
      await this.insert(transaction, publishAt, '');
    } catch (error) {
      if (!isUniqueViolation(error, 'job_posting_reference_unique')) throw error;
      await transaction.query('ROLLBACK TO SAVEPOINT before_insert');
      await this.insert(transaction, publishAt, 'ON CONFLICT (company_id, reference) DO NOTHING');
      await this.rejectOvertaken(transaction, importId);
    }
  }

  async tallyOfNew(transaction: Transaction): Promise<ImportTally[]> {
    return transaction.query<ImportTally & Record<string, unknown>>(
      `SELECT company_id AS "companyId", count(*) AS postings, sum(new_headcount) AS headcount
       FROM matched WHERE is_new AND fault IS NULL GROUP BY company_id`,
    );
  }

  /** Holds what will change until the end, as it is now. */
  async holdChanged(transaction: Transaction): Promise<void> {
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

  /**
   * Writes the changed postings and remembers in `stepped` which of them opened or closed. A
   * reviewer's import publishes, except what the company has paused; another one asks for review.
   */
  async updateChanged(transaction: Transaction, publishAt: Date | null): Promise<void> {
    await transaction.query(
      `CREATE TEMPORARY TABLE stepped (
         id uuid, company_id uuid, was_open boolean, is_open boolean,
         old_headcount integer, headcount integer
       ) ON COMMIT DROP`,
    );
    await transaction.query(
      `WITH changed AS (
         UPDATE job_posting AS posting SET
           ${contentColumns.map((column) => `${column} = staged.${column}`).join(', ')},
           status = CASE
             -- Closed between the match and the hold: an import brings nothing back.
             WHEN matched.status IN (${closedForGood}) THEN matched.status
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

  /** How many lines are about what. */
  async found(transaction: Transaction): Promise<FoundLines> {
    const [row] = await transaction.query<FoundLines & Record<string, unknown>>(
      `SELECT count(*) FILTER (WHERE is_new) AS fresh,
              count(*) FILTER (WHERE is_changed AND NOT is_new) AS changed,
              count(*) FILTER (WHERE NOT is_changed) AS unchanged
       FROM matched WHERE fault IS NULL`,
    );
    return row ?? { fresh: 0, changed: 0, unchanged: 0 };
  }

  /** Everything that the file holds and that went in, now or earlier. */
  async keepItems(transaction: Transaction, importId: string): Promise<void> {
    await transaction.query(keepItemsSql('SELECT item_id AS id FROM matched WHERE fault IS NULL'), [
      importId,
    ]);
  }

  private async insert(
    transaction: Transaction,
    publishAt: Date | null,
    onConflict: string,
  ): Promise<void> {
    await transaction.query(
      `INSERT INTO job_posting (id, company_id, reference, ${contentColumns.join(', ')},
                                status, published_at)
       SELECT staged.id, matched.company_id, staged.reference,
              ${prefixed('staged', contentColumns)},
              CASE WHEN $1::timestamptz IS NULL THEN 'in_review' ELSE 'published' END, $1
       FROM staged JOIN matched USING (line)
       WHERE matched.is_new AND matched.fault IS NULL
       ${onConflict}`,
      [publishAt],
    );
  }

  /** Somebody else took the number between the match and the insert. */
  private async rejectOvertaken(transaction: Transaction, importId: string): Promise<void> {
    await transaction.query(
      `UPDATE matched SET fault = 'job-posting.reference-taken'
       WHERE is_new AND fault IS NULL
         AND NOT EXISTS (SELECT FROM job_posting WHERE job_posting.id = matched.item_id)`,
    );
    await this.reject(
      transaction,
      importId,
      `SELECT line, 'reference', fault FROM matched WHERE fault = 'job-posting.reference-taken'`,
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
