import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts, and the characters that each may have. */
const texts: readonly (readonly [column: string, least: number, most: number])[] = [
  ['reference', 1, 60],
  ['title', 2, 100],
  ['duties', 1, 5_000],
  ['requirements', 1, 5_000],
  ['address', 1, 300],
  ['working_time', 1, 300],
  ['contact_route', 1, 300],
];

/**
 * What holds of every posting, in a form that a hundred thousand lines of an import can afford
 * (`bench/b1-import.ts`): trimming and counting characters took longer than writing the row. Bytes bound
 * the length here, characters are counted at the door; a text that begins with no blank is none.
 */
export class JobPostingCheaperChecks1764070030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const checks = texts.map(
      ([column, least, most]) => `
        DROP CONSTRAINT job_posting_${column}_check,
        ADD CONSTRAINT job_posting_${column}_check CHECK (
          octet_length(${column}) BETWEEN ${least} AND ${4 * most} AND left(${column}, 1) <> ' ')`,
    );
    const trimmed = texts.map(([column]) => `${column} = btrim(${column})`);
    await runner.query(`
      UPDATE job_posting SET ${trimmed.join(', ')};
      ALTER TABLE job_posting ${checks.join(',')};
      -- The primary key finds the published ones as well: nearly all are.
      DROP INDEX job_posting_published;

      ALTER TABLE job_posting DROP CONSTRAINT job_posting_company_id_fkey;
      CREATE FUNCTION refuse_loss() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE restrict_violation USING MESSAGE = TG_TABLE_NAME || ' is named by other rows'; END $$;
      CREATE FUNCTION require_job_posting_company() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (
            SELECT FROM (SELECT DISTINCT company_id FROM added) AS named
            LEFT JOIN company ON company.id = named.company_id WHERE company.id IS NULL
          ) THEN
            RAISE foreign_key_violation USING MESSAGE = 'a posting names a company that is none';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER job_posting_company AFTER INSERT ON job_posting
        REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION require_job_posting_company();
      CREATE TRIGGER job_posting_keeps_company BEFORE UPDATE OF id, company_id ON job_posting
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();
      CREATE TRIGGER company_stays BEFORE DELETE ON company
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const checks = texts.map(
      ([column, least, most]) => `
        DROP CONSTRAINT job_posting_${column}_check,
        ADD CONSTRAINT job_posting_${column}_check CHECK (
          length(btrim(${column})) BETWEEN ${least} AND ${most})`,
    );
    await runner.query(`
      DROP TRIGGER company_stays ON company;
      DROP TRIGGER job_posting_keeps_company ON job_posting;
      DROP TRIGGER job_posting_company ON job_posting;
      DROP FUNCTION require_job_posting_company();
      DROP FUNCTION refuse_loss();
      ALTER TABLE job_posting ADD FOREIGN KEY (company_id) REFERENCES company (id);
      CREATE INDEX job_posting_published ON job_posting (id) WHERE status = 'published';
      ALTER TABLE job_posting ${checks.join(',')};
    `);
  }
}
