import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = `
  id, company_id, reference, title, occupation_code, headcount, employment_type, region_code,
  status, published_at, valid_through, created_at, status = 'published' AS is_open`;

/** Who remembers a posting asks by its version whether what he remembers still holds. */
export class JobPostingVersionShown1764080020000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE OR REPLACE VIEW reporting.job_posting AS SELECT ${columns}, version FROM job_posting`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reporting.job_posting;
      CREATE VIEW reporting.job_posting AS SELECT ${columns} FROM job_posting`);
  }
}
