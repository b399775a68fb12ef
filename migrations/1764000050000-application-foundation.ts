import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApplicationFoundation1764000050000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE application (
        id uuid PRIMARY KEY,
        job_posting_id uuid NOT NULL REFERENCES job_posting (id),
        applicant_id uuid NOT NULL REFERENCES "user" (id),
        company_id uuid NOT NULL REFERENCES company (id),
        fair_id uuid REFERENCES fair (id),
        live_session_id uuid,
        answers jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
        status text NOT NULL DEFAULT 'submitted' CHECK (status IN (
          'submitted', 'viewed', 'shortlisted', 'interview_offered', 'interview_done', 'intent',
          'offered', 'accepted', 'onboarded', 'rejected', 'withdrawn', 'expired')),
        status_reason text CHECK (length(status_reason) <= 1000),
        processed_at timestamptz,
        eligible boolean,
        score smallint CHECK (score BETWEEN 0 AND 100),
        score_reasons jsonb,
        attention_reason text,
        consented_at timestamptz NOT NULL DEFAULT now(),
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        -- Processed or waiting for a person, never both.
        CHECK (processed_at IS NULL OR attention_reason IS NULL),
        CHECK ((processed_at IS NULL) = (score IS NULL))
      ) WITH (fillfactor = 85);

      -- One live application per person and posting, whatever is pressed how often.
      CREATE UNIQUE INDEX application_one_live ON application (job_posting_id, applicant_id)
        WHERE status NOT IN ('withdrawn', 'rejected', 'expired');
      CREATE INDEX application_by_applicant ON application (applicant_id, id);
      CREATE INDEX application_by_company ON application (company_id, id);
      CREATE INDEX application_by_fair ON application (fair_id, id);
      CREATE INDEX application_attention ON application (id) WHERE attention_reason IS NOT NULL;

      CREATE VIEW reporting.application AS
        SELECT id, job_posting_id, company_id, fair_id, live_session_id, applicant_id, status,
               processed_at, eligible, score, attention_reason, created_at
        FROM application;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reporting.application;
      DROP TABLE application;
    `);
  }
}
