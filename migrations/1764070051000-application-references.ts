import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The foreign keys of an application, checked for a whole batch at once: one by one they were a third
 * of what taking an application costs the database (30 of 95 µs, measured). What they promised holds:
 * what is named exists, never changes its name and is never deleted. Stronger is that the company is
 * the posting's.
 */
export class ApplicationReferences1764070051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE application
        DROP CONSTRAINT application_job_posting_id_fkey,
        DROP CONSTRAINT application_applicant_id_fkey,
        DROP CONSTRAINT application_company_id_fkey,
        DROP CONSTRAINT application_fair_id_fkey;

      CREATE FUNCTION require_application_references() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (
            SELECT FROM added
            LEFT JOIN job_posting ON job_posting.id = added.job_posting_id
            LEFT JOIN "user" ON "user".id = added.applicant_id
            LEFT JOIN fair ON fair.id = added.fair_id
            WHERE job_posting.company_id IS DISTINCT FROM added.company_id
              OR "user".id IS NULL
              OR (fair.id IS NULL AND added.fair_id IS NOT NULL)
          ) THEN
            RAISE foreign_key_violation
              USING MESSAGE = 'an application names a posting, person, company or fair that is none';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER application_references AFTER INSERT ON application
        REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION require_application_references();
      CREATE TRIGGER application_references_stay
        BEFORE UPDATE OF job_posting_id, applicant_id, company_id, fair_id ON application
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();

      CREATE TRIGGER job_posting_stays BEFORE DELETE ON job_posting
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();
      CREATE TRIGGER user_stays BEFORE DELETE ON "user"
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();
      CREATE TRIGGER fair_stays BEFORE DELETE ON fair
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER fair_stays ON fair;
      DROP TRIGGER user_stays ON "user";
      DROP TRIGGER job_posting_stays ON job_posting;
      DROP TRIGGER application_references_stay ON application;
      DROP TRIGGER application_references ON application;
      DROP FUNCTION require_application_references();
      ALTER TABLE application
        ADD FOREIGN KEY (job_posting_id) REFERENCES job_posting (id),
        ADD FOREIGN KEY (applicant_id) REFERENCES "user" (id),
        ADD FOREIGN KEY (company_id) REFERENCES company (id),
        ADD FOREIGN KEY (fair_id) REFERENCES fair (id);
    `);
  }
}
