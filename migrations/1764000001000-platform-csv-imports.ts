import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlatformCsvImports1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE csv_import (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        actor_id uuid NOT NULL,
        file_name text NOT NULL CHECK (length(file_name) <= 255),
        lines integer NOT NULL DEFAULT 0,
        created integer NOT NULL DEFAULT 0,
        updated integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        rejected integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (lines = created + updated + unchanged + rejected)
      );

      CREATE TABLE csv_import_fault (
        import_id uuid NOT NULL REFERENCES csv_import (id) ON DELETE CASCADE,
        line integer NOT NULL,
        ordinal integer NOT NULL,
        column_name text NOT NULL,
        code text NOT NULL,
        parameters jsonb NOT NULL,
        PRIMARY KEY (import_id, line, ordinal)
      );

      -- What an import took in, for whoever asked to be told; kept for a day.
      CREATE TABLE csv_import_item (
        import_id uuid NOT NULL REFERENCES csv_import (id) ON DELETE CASCADE,
        item_id uuid NOT NULL,
        PRIMARY KEY (import_id, item_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE csv_import_item, csv_import_fault, csv_import;');
  }
}
