import { Injectable } from '@nestjs/common';
import { keepItemsSql } from '../../../platform/csv/csv-imports.js';
import type { ImportCounts } from '../../../platform/csv/csv-imports.js';
import type { Transaction } from '../../../platform/database/transaction.js';

/** What the importing person's word is worth. */
export interface ImportStanding {
  readonly status: 'verified' | 'submitted';
  readonly verifiedAt: Date | null;
  readonly reverifyBy: Date | null;
}

const content = [
  'legal_name',
  'legal_name_en',
  'unit_type',
  'industry_code',
  'region_code',
  'address',
  'introduction',
  'contact_name',
  'contact_phone',
  'contact_email',
  'content_hash',
];

/** Takes the lines of `staged` into the table, each question to all lines at once. */
@Injectable()
export class CompanyImportRepository {
  async merge(
    transaction: Transaction,
    importId: string,
    standing: ImportStanding,
  ): Promise<ImportCounts> {
    await this.match(transaction);
    await this.rejectBarred(transaction, importId);
    const created = await this.insertNew(transaction, standing);
    const updated = await this.updateChanged(transaction, standing);
    await this.rejectOvertaken(transaction, importId);
    const [row] = await transaction.query<{ unchanged: number }>(
      'SELECT count(*) AS unchanged FROM matched WHERE company_id IS NOT NULL AND NOT is_changed',
    );
    return { created, updated, unchanged: row?.unchanged ?? 0 };
  }

  /** Everything that the file holds and that went in, now or earlier. */
  async keepItems(transaction: Transaction, importId: string): Promise<void> {
    await transaction.query(
      keepItemsSql(
        'SELECT company.id FROM matched JOIN staged USING (line) JOIN company USING (credit_code)',
      ),
      [importId],
    );
  }

  /** Finds the company of each line and holds it until the end. */
  private async match(transaction: Transaction): Promise<void> {
    await transaction.query(
      `SELECT FROM company JOIN staged USING (credit_code)
       WHERE staged.faults IS NULL ORDER BY company.id FOR NO KEY UPDATE OF company`,
    );
    await transaction.query(
      `CREATE TEMPORARY TABLE matched ON COMMIT DROP AS
       SELECT staged.line, company.id AS company_id, company.status,
              company.content_hash IS DISTINCT FROM staged.content_hash AS is_changed
       FROM staged LEFT JOIN company USING (credit_code)
       WHERE staged.faults IS NULL`,
    );
    await transaction.query('ANALYZE matched');
  }

  private async rejectBarred(transaction: Transaction, importId: string): Promise<void> {
    await transaction.query(
      `WITH barred AS (
         DELETE FROM matched WHERE status IN ('suspended', 'closed', 'blacklisted') RETURNING line
       )
       INSERT INTO csv_import_fault (import_id, line, ordinal, column_name, code, parameters)
       SELECT $1, line, 0, 'credit_code', 'company.barred', '{}' FROM barred`,
      [importId],
    );
  }

  /** A company whose credit code only a reviewer can accept waits for one. */
  private async insertNew(transaction: Transaction, standing: ImportStanding): Promise<number> {
    return transaction.execute(
      `INSERT INTO company (id, credit_code, is_credit_code_accepted, ${content.join(', ')},
                            status, verified_at, reverify_by)
       SELECT id, credit_code, is_credit_code_sound, ${content.join(', ')},
              CASE WHEN is_credit_code_sound THEN $1 ELSE 'submitted' END,
              CASE WHEN is_credit_code_sound THEN $2::timestamptz END,
              CASE WHEN is_credit_code_sound THEN $3::timestamptz END
       FROM staged JOIN matched USING (line)
       WHERE matched.company_id IS NULL
       ORDER BY id
       ON CONFLICT (credit_code) DO NOTHING`,
      [standing.status, standing.verifiedAt, standing.reverifyBy],
    );
  }

  /** Another legal identity is verified anew, unless the importing person vouches for it. */
  private async updateChanged(transaction: Transaction, standing: ImportStanding): Promise<number> {
    return transaction.execute(
      `UPDATE company SET
         ${content.map((column) => `${column} = staged.${column}`).join(', ')},
         status = CASE
           WHEN company.status = 'verified' AND $1 <> 'verified'
             AND (company.legal_name, company.unit_type) <> (staged.legal_name, staged.unit_type)
           THEN 'due_reverify' ELSE company.status END,
         version = company.version + 1, updated_at = now()
       FROM staged JOIN matched USING (line)
       WHERE matched.is_changed AND company.id = matched.company_id`,
      [standing.status],
    );
  }

  /** Somebody else registered the company between the match and the insert. */
  private async rejectOvertaken(transaction: Transaction, importId: string): Promise<void> {
    await transaction.query(
      `INSERT INTO csv_import_fault (import_id, line, ordinal, column_name, code, parameters)
       SELECT $1, line, 0, 'credit_code', 'company.credit-code-taken', '{}'
       FROM matched JOIN staged USING (line) LEFT JOIN company ON company.id = staged.id
       WHERE matched.company_id IS NULL AND company.id IS NULL`,
      [importId],
    );
  }
}
