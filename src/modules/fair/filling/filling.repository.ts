import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/new-id.js';

export interface ApprovedBooth {
  readonly id: string;
  readonly companyId: string;
}

/**
 * The openings that an import ($1) took in and that visitors may see. Taken whole first: nobody has
 * counted the rows of a moment ago, and the planner would read all valid openings for each of these.
 */
const importedPostings = `
  WITH taken AS MATERIALIZED (
    SELECT * FROM reporting.job_posting_import_item WHERE import_id = $1
  ), posting AS (
    SELECT job_posting_id AS id, company_id FROM taken
    WHERE status = 'published' AND valid_through >= now()
  )`;

/** Booths and openings of a whole fair, set by set, under the lock of the fair. */
@Injectable()
export class FillingRepository {
  /** The companies that an import took in and that may take part. */
  async companies(transaction: Transaction, importId: string): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `SELECT company.id
       FROM reporting.company_import_item AS item
       JOIN reporting.company ON company.id = item.company_id
       WHERE item.import_id = $1 AND company.status = 'verified' AND company.reverify_by > now()
       ORDER BY company.id`,
      [importId],
    );
    return rows.map((row) => row.id);
  }

  async companiesOfPostings(transaction: Transaction, importId: string): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `${importedPostings}
       SELECT DISTINCT company_id AS id FROM posting ORDER BY company_id`,
      [importId],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Gives each of these companies an approved booth on the next free place.
   *
   * @returns the booths that take part only since now
   */
  async approveBooths(
    transaction: Transaction,
    fairId: string,
    companyIds: readonly string[],
  ): Promise<ApprovedBooth[]> {
    return transaction.query<ApprovedBooth & Record<string, unknown>>(
      `INSERT INTO booth (id, fair_id, company_id, status, position)
       SELECT entering.id, $1, entering.company_id, 'approved', taken.last + entering.ordinal
       FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS entering (id, company_id, ordinal)
       CROSS JOIN (
         SELECT coalesce(max(position), 0) AS last FROM booth WHERE fair_id = $1
       ) AS taken
       ON CONFLICT (fair_id, company_id) DO UPDATE SET
         status = 'approved', position = coalesce(booth.position, excluded.position)
         WHERE booth.status IN ('applied', 'waitlisted', 'rejected')
       RETURNING id, company_id AS "companyId"`,
      [fairId, companyIds.map(() => newId()), companyIds],
    );
  }

  /** Openings that companies had chosen before their booths were approved. */
  async chosenIn(transaction: Transaction, booths: readonly ApprovedBooth[]): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      'SELECT job_posting_id AS id FROM booth_posting WHERE booth_id = ANY($1)',
      [booths.map((booth) => booth.id)],
    );
    return rows.map((row) => row.id);
  }

  /**
   * Shows the imported openings in their companies' booths.
   *
   * @returns the openings that were not in the fair before
   */
  async showImported(
    transaction: Transaction,
    fairId: string,
    importId: string,
  ): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `${importedPostings}
       INSERT INTO booth_posting (fair_id, booth_id, job_posting_id, takes_part)
       SELECT booth.fair_id, booth.id, posting.id, booth_takes_part(booth.status)
       FROM posting JOIN booth ON booth.fair_id = $2 AND booth.company_id = posting.company_id
       FOR SHARE OF booth
       ON CONFLICT (fair_id, job_posting_id) DO NOTHING
       RETURNING job_posting_id AS id`,
      [importId, fairId],
    );
    return rows.map((row) => row.id);
  }

  /** Openings that the season knows with another headcount than the import brought. */
  async changedHeadcounts(transaction: Transaction, importId: string): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `SELECT season.job_posting_id AS id
       FROM reporting.job_posting_import_item AS item
       JOIN season_posting AS season USING (job_posting_id)
       WHERE item.import_id = $1 AND season.headcount <> item.headcount`,
      [importId],
    );
    return rows.map((row) => row.id);
  }
}
