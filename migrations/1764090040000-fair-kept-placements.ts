import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an opening stands in a booth that takes part is kept where the opening stands: each
 * application asks, and the look-up of the booth was a tenth of taking one in the database (measured).
 * A booth's status carries its openings along; an opening that is placed locks its booth, so that the
 * two cannot miss each other.
 */
export class FairKeptPlacements1764090040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION booth_takes_part(status text) RETURNS boolean LANGUAGE sql IMMUTABLE
        RETURN status IN ('approved', 'set_up', 'online', 'offline');

      ALTER TABLE booth_posting ADD COLUMN takes_part boolean NOT NULL DEFAULT false;
      UPDATE booth_posting SET takes_part = true
      FROM booth WHERE booth.id = booth_posting.booth_id AND booth_takes_part(booth.status);
      ALTER TABLE booth_posting ALTER COLUMN takes_part DROP DEFAULT;

      CREATE OR REPLACE VIEW reporting.placement AS
        SELECT fair_id, job_posting_id, takes_part FROM booth_posting;

      CREATE FUNCTION keep_booth_postings_taking_part() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE booth_posting SET takes_part = booth_takes_part(NEW.status) WHERE booth_id = NEW.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER booth_postings_take_part AFTER UPDATE OF status ON booth
        FOR EACH ROW WHEN (booth_takes_part(OLD.status) <> booth_takes_part(NEW.status))
        EXECUTE FUNCTION keep_booth_postings_taking_part();

      CREATE OR REPLACE FUNCTION require_booth_posting_references() RETURNS trigger
      LANGUAGE plpgsql AS $$
        DECLARE
          is_broken boolean;
        BEGIN
          PERFORM FROM booth WHERE id IN (SELECT booth_id FROM added) ORDER BY id FOR SHARE;
          -- Planned anew each time: a plan kept from an empty table would read the whole one.
          EXECUTE 'SELECT EXISTS (
            SELECT FROM added
            LEFT JOIN booth ON booth.id = added.booth_id AND booth.fair_id = added.fair_id
            LEFT JOIN job_posting ON job_posting.id = added.job_posting_id
            WHERE booth.company_id IS NULL OR job_posting.company_id IS DISTINCT FROM booth.company_id
              OR added.takes_part <> booth_takes_part(booth.status)
          )' INTO is_broken;
          IF is_broken THEN
            RAISE foreign_key_violation
              USING MESSAGE = 'a booth shows an opening that is none of its company, or not as it stands';
          END IF;
          RETURN NULL;
        END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION require_booth_posting_references() RETURNS trigger
      LANGUAGE plpgsql AS $$
        DECLARE
          is_broken boolean;
        BEGIN
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
      DROP TRIGGER booth_postings_take_part ON booth;
      DROP FUNCTION keep_booth_postings_taking_part();
      CREATE OR REPLACE VIEW reporting.placement AS
        SELECT fair_id, job_posting_id, (
            SELECT booth.status IN ('approved', 'set_up', 'online', 'offline')
            FROM booth WHERE booth.id = booth_posting.booth_id
          ) AS takes_part
        FROM booth_posting;
      ALTER TABLE booth_posting DROP COLUMN takes_part;
      DROP FUNCTION booth_takes_part(text);
    `);
  }
}
