import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What booths and the season name, checked for all rows of a statement at once: one by one the foreign
 * keys took longer than writing the openings of a fair. What they promised holds: what is named exists,
 * never changes its name and is never deleted. Stronger is that a booth shows openings of its company.
 */
export class FairReferences1764080031000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE booth_posting
        DROP CONSTRAINT booth_posting_job_posting_id_fkey,
        DROP CONSTRAINT booth_posting_booth_id_fair_id_fkey;
      ALTER TABLE season_posting
        DROP CONSTRAINT season_posting_job_posting_id_fkey,
        DROP CONSTRAINT season_posting_company_id_fkey;

      CREATE FUNCTION require_booth_posting_references() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          is_broken boolean;
        BEGIN
          -- Planned anew each time: a plan kept from an empty table would read the whole one.
          EXECUTE 'SELECT EXISTS (
            SELECT FROM added
            LEFT JOIN booth ON booth.id = added.booth_id AND booth.fair_id = added.fair_id
            LEFT JOIN job_posting ON job_posting.id = added.job_posting_id
            WHERE booth.company_id IS NULL OR job_posting.company_id IS DISTINCT FROM booth.company_id
          )' INTO is_broken;
          IF is_broken THEN
            RAISE foreign_key_violation
              USING MESSAGE = 'a booth shows an opening that is none of its company';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER booth_posting_references AFTER INSERT ON booth_posting
        REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION require_booth_posting_references();
      CREATE TRIGGER booth_posting_references_stay
        BEFORE UPDATE OF fair_id, booth_id, job_posting_id ON booth_posting
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();
      CREATE TRIGGER booth_keeps_references BEFORE UPDATE OF id, fair_id, company_id ON booth
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();
      CREATE TRIGGER booth_stays BEFORE DELETE ON booth
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();

      CREATE FUNCTION require_season_posting_references() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          is_broken boolean;
        BEGIN
          EXECUTE 'SELECT EXISTS (
            SELECT FROM added
            LEFT JOIN job_posting ON job_posting.id = added.job_posting_id
            WHERE job_posting.company_id IS DISTINCT FROM added.company_id
          )' INTO is_broken;
          IF is_broken THEN
            RAISE foreign_key_violation
              USING MESSAGE = 'the season counts an opening that is none of its company';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER season_posting_references AFTER INSERT ON season_posting
        REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION require_season_posting_references();
      CREATE TRIGGER season_posting_references_stay
        BEFORE UPDATE OF job_posting_id, company_id ON season_posting
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_loss();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER season_posting_references_stay ON season_posting;
      DROP TRIGGER season_posting_references ON season_posting;
      DROP FUNCTION require_season_posting_references();
      DROP TRIGGER booth_stays ON booth;
      DROP TRIGGER booth_keeps_references ON booth;
      DROP TRIGGER booth_posting_references_stay ON booth_posting;
      DROP TRIGGER booth_posting_references ON booth_posting;
      DROP FUNCTION require_booth_posting_references();
      ALTER TABLE season_posting
        ADD FOREIGN KEY (job_posting_id) REFERENCES job_posting (id),
        ADD FOREIGN KEY (company_id) REFERENCES company (id);
      ALTER TABLE booth_posting
        ADD FOREIGN KEY (job_posting_id) REFERENCES job_posting (id),
        ADD FOREIGN KEY (booth_id, fair_id) REFERENCES booth (id, fair_id);
    `);
  }
}
