import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApplicantFoundation1764000021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE applicant (
        user_id uuid PRIMARY KEY REFERENCES "user" (id),
        phone text NOT NULL CHECK (length(phone) BETWEEN 5 AND 30),
        education smallint NOT NULL CHECK (education BETWEEN 0 AND 6),
        experience_years smallint NOT NULL CHECK (experience_years BETWEEN 0 AND 60),
        birth_date date,
        region_code text NOT NULL CHECK (region_code ~ '^[0-9]{6}$'),
        occupation_codes text[] NOT NULL CHECK (cardinality(occupation_codes) BETWEEN 1 AND 10),
        skills text[] NOT NULL CHECK (cardinality(skills) <= 30),
        -- Minor units of CNY a month.
        expected_pay_min bigint CHECK (expected_pay_min BETWEEN 1 AND 1000000000000),
        resume_text text NOT NULL DEFAULT '' CHECK (length(resume_text) <= 20000),
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now()
      );

      CREATE VIEW reporting.applicant AS
        SELECT user_id, education, experience_years, region_code, occupation_codes, created_at
        FROM applicant;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW reporting.applicant; DROP TABLE applicant;');
  }
}
