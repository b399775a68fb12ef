import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an import took in, many ids in one row: a row, its key and its reference for each line were a
 * tenth of what an import of a few hundred lines cost the database.
 */
export class PlatformImportItems1764080030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reporting.company_import_item, reporting.job_posting_import_item;
      ALTER TABLE csv_import_item RENAME TO csv_import_item_row;
      ALTER TABLE csv_import_item_row RENAME CONSTRAINT csv_import_item_pkey TO csv_import_item_row_pkey;
      CREATE TABLE csv_import_item (
        import_id uuid NOT NULL REFERENCES csv_import (id) ON DELETE CASCADE,
        part integer NOT NULL,
        item_ids uuid[] NOT NULL,
        PRIMARY KEY (import_id, part)
      );
      INSERT INTO csv_import_item (import_id, part, item_ids)
      SELECT import_id, 0, array_agg(item_id) FROM csv_import_item_row GROUP BY import_id;
      DROP TABLE csv_import_item_row;

      CREATE VIEW reporting.company_import_item AS
        SELECT item.import_id, company.id AS company_id
        FROM csv_import_item AS item CROSS JOIN unnest(item.item_ids) AS taken (id)
        JOIN company USING (id);
      CREATE VIEW reporting.job_posting_import_item AS
        SELECT item.import_id, job_posting.id AS job_posting_id, job_posting.company_id,
               job_posting.headcount, job_posting.status, job_posting.valid_through
        FROM csv_import_item AS item CROSS JOIN unnest(item.item_ids) AS taken (id)
        JOIN job_posting USING (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reporting.company_import_item, reporting.job_posting_import_item;
      ALTER TABLE csv_import_item RENAME TO csv_import_item_part;
      ALTER TABLE csv_import_item_part RENAME CONSTRAINT csv_import_item_pkey TO csv_import_item_part_pkey;
      CREATE TABLE csv_import_item (
        import_id uuid NOT NULL REFERENCES csv_import (id) ON DELETE CASCADE,
        item_id uuid NOT NULL,
        PRIMARY KEY (import_id, item_id)
      );
      INSERT INTO csv_import_item (import_id, item_id)
      SELECT import_id, unnest(item_ids) FROM csv_import_item_part;
      DROP TABLE csv_import_item_part;

      CREATE VIEW reporting.company_import_item AS
        SELECT item.import_id, company.id AS company_id
        FROM csv_import_item AS item JOIN company ON company.id = item.item_id;
      CREATE VIEW reporting.job_posting_import_item AS
        SELECT item.import_id, job_posting.id AS job_posting_id, job_posting.company_id
        FROM csv_import_item AS item JOIN job_posting ON job_posting.id = item.item_id;
    `);
  }
}
