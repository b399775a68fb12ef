import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JobPostingFoundation1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_posting (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES company (id),
        -- The company's own number: what an import recognises a posting by.
        reference text NOT NULL CHECK (length(btrim(reference)) BETWEEN 1 AND 60),
        title text NOT NULL CHECK (length(btrim(title)) BETWEEN 2 AND 100),
        occupation_code text NOT NULL,
        headcount integer NOT NULL CHECK (headcount BETWEEN 1 AND 9999),
        employment_type text NOT NULL CHECK (employment_type IN (
          'full_time', 'part_time', 'dispatch', 'internship', 'gig', 'shared')),
        duties text NOT NULL CHECK (length(btrim(duties)) BETWEEN 1 AND 5000),
        requirements text NOT NULL CHECK (length(btrim(requirements)) BETWEEN 1 AND 5000),
        region_code text NOT NULL CHECK (region_code ~ '^[0-9]{6}$'),
        address text NOT NULL CHECK (length(btrim(address)) BETWEEN 1 AND 300),
        -- Minor units of pay_currency for one pay_period.
        pay_min bigint NOT NULL CHECK (pay_min >= 1),
        pay_max bigint NOT NULL CHECK (pay_max <= 1000000000000),
        pay_currency char(3) NOT NULL CHECK (pay_currency ~ '^[A-Z]{3}$'),
        pay_period text NOT NULL CHECK (pay_period IN ('hour', 'day', 'week', 'month', 'year')),
        working_time text NOT NULL CHECK (length(btrim(working_time)) BETWEEN 1 AND 300),
        minimum_education smallint NOT NULL CHECK (minimum_education BETWEEN 0 AND 6),
        minimum_experience_years smallint NOT NULL
          CHECK (minimum_experience_years BETWEEN 0 AND 60),
        skills text[] NOT NULL DEFAULT '{}' CHECK (cardinality(skills) <= 30),
        questions jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(questions) = 'array'),
        contact_route text NOT NULL CHECK (length(btrim(contact_route)) BETWEEN 1 AND 300),
        -- Where a repost comes from.
        source text CHECK (length(source) <= 300),
        valid_through timestamptz NOT NULL,
        status text NOT NULL CHECK (status IN (
          'draft', 'in_review', 'rejected', 'approved', 'published', 'paused', 'filled',
          'expired', 'withdrawn', 'taken_down', 'archived')),
        status_reason text CHECK (length(status_reason) <= 1000),
        published_at timestamptz,
        version integer NOT NULL DEFAULT 1 CHECK (version > 0),
        content_hash bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT job_posting_reference_unique UNIQUE (company_id, reference),
        CONSTRAINT job_posting_pay_range CHECK (pay_max >= pay_min),
        CONSTRAINT job_posting_published_with_date CHECK (
          status NOT IN ('published', 'paused', 'filled') OR published_at IS NOT NULL)
      );
      CREATE INDEX job_posting_published ON job_posting (id) WHERE status = 'published';
      CREATE INDEX job_posting_validity ON job_posting (valid_through)
        WHERE status IN ('published', 'paused');
      CREATE INDEX job_posting_review ON job_posting (id) WHERE status = 'in_review';

      CREATE VIEW reporting.job_posting AS
        SELECT id, company_id, reference, title, occupation_code, headcount, employment_type,
               region_code, status, published_at, valid_through, created_at,
               status = 'published' AS is_open
        FROM job_posting;

      -- Which postings an import took in; see JobPostingService.importFile.
      CREATE VIEW reporting.job_posting_import_item AS
        SELECT item.import_id, job_posting.id AS job_posting_id, job_posting.company_id
        FROM csv_import_item AS item JOIN job_posting ON job_posting.id = item.item_id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reporting.job_posting_import_item, reporting.job_posting;
      DROP TABLE job_posting;
    `);
  }
}
