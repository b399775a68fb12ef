import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FairFoundation1764000040000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE fair (
        id uuid PRIMARY KEY,
        organizer_id uuid NOT NULL REFERENCES organization (id),
        name text NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 200),
        name_en text CHECK (length(name_en) <= 200),
        description text NOT NULL DEFAULT '',
        region_code text NOT NULL,
        time_zone text NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'planned' CHECK (status IN (
          'planned', 'registration_open', 'booths_frozen', 'live',
          'closed', 'reported', 'archived', 'cancelled')),
        published_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (opens_at < closes_at),
        CHECK (published_at IS NOT NULL OR status IN ('planned', 'cancelled'))
      );
      CREATE INDEX fair_organizer ON fair (organizer_id);
      CREATE INDEX fair_due_to_open ON fair (opens_at) WHERE status = 'booths_frozen';
      CREATE INDEX fair_due_to_close ON fair (closes_at) WHERE status = 'live';

      -- The one definition of "open now": lists, reads, the clock task and the views all ask here,
      -- so a reader never waits for the task to have run.
      CREATE FUNCTION fair_status_at(
        status text, opens_at timestamptz, closes_at timestamptz, moment timestamptz
      ) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE
          WHEN status IN ('booths_frozen', 'live') AND moment >= closes_at THEN 'closed'
          WHEN status = 'booths_frozen' AND moment >= opens_at THEN 'live'
          ELSE status
        END
      $$;

      CREATE TABLE agenda_item (
        id uuid PRIMARY KEY,
        fair_id uuid NOT NULL REFERENCES fair (id),
        kind text NOT NULL CHECK (kind IN ('talk', 'live_session', 'break')),
        title text NOT NULL CHECK (length(btrim(title)) BETWEEN 1 AND 200),
        title_en text CHECK (length(title_en) <= 200),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        position integer NOT NULL DEFAULT 0,
        CHECK (starts_at < ends_at)
      );
      CREATE INDEX agenda_item_fair ON agenda_item (fair_id, starts_at);

      CREATE TABLE booth (
        id uuid PRIMARY KEY,
        fair_id uuid NOT NULL REFERENCES fair (id),
        company_id uuid NOT NULL REFERENCES company (id),
        status text NOT NULL CHECK (status IN (
          'applied', 'waitlisted', 'rejected', 'approved', 'set_up', 'online', 'offline')),
        position integer,
        decision_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (fair_id, company_id),
        UNIQUE (id, fair_id)
      );
      CREATE INDEX booth_company ON booth (company_id);

      CREATE TABLE booth_posting (
        fair_id uuid NOT NULL,
        job_posting_id uuid NOT NULL REFERENCES job_posting (id),
        booth_id uuid NOT NULL,
        PRIMARY KEY (fair_id, job_posting_id),
        FOREIGN KEY (booth_id, fair_id) REFERENCES booth (id, fair_id)
      );
      CREATE INDEX booth_posting_booth ON booth_posting (booth_id);
      CREATE INDEX booth_posting_job_posting ON booth_posting (job_posting_id);

      -- In how many fairs a company or an opening stands, so that the season counts it once:
      -- the row's lock decides who is first in and who is last out.
      CREATE TABLE season_company (
        company_id uuid PRIMARY KEY REFERENCES company (id),
        fairs integer NOT NULL
      );
      CREATE TABLE season_posting (
        job_posting_id uuid PRIMARY KEY REFERENCES job_posting (id),
        company_id uuid NOT NULL REFERENCES company (id),
        fairs integer NOT NULL,
        headcount integer NOT NULL CHECK (headcount > 0)
      );

      -- Who came on which day of the fair, under a key that leads back to nobody.
      CREATE TABLE fair_visitor (
        fair_id uuid NOT NULL REFERENCES fair (id),
        day date NOT NULL,
        visitor_key bytea NOT NULL,
        views integer NOT NULL,
        window_views integer NOT NULL,
        window_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, day, visitor_key)
      );

      CREATE VIEW reporting.fair AS
        SELECT id, organizer_id, name, name_en, region_code, time_zone, opens_at, closes_at,
               fair_status_at(status, opens_at, closes_at, now()) AS status, published_at,
               status NOT IN ('planned', 'cancelled') AS is_counted
        FROM fair;

      CREATE VIEW reporting.booth AS
        SELECT booth.id, booth.fair_id, booth.company_id, booth.status, booth.position,
               booth.created_at,
               booth.status IN ('approved', 'set_up', 'online', 'offline')
                 AND fair.status <> 'cancelled' AS is_counted
        FROM booth JOIN fair ON fair.id = booth.fair_id;

      CREATE VIEW reporting.booth_posting AS
        SELECT booth_posting.fair_id, booth_posting.booth_id, booth.company_id,
               booth_posting.job_posting_id, season_posting.headcount, booth.is_counted
        FROM booth_posting
        JOIN reporting.booth ON booth.id = booth_posting.booth_id
        LEFT JOIN season_posting ON season_posting.job_posting_id = booth_posting.job_posting_id;

      CREATE VIEW reporting.fair_visitor AS SELECT fair_id, day, views FROM fair_visitor;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reporting.fair_visitor, reporting.booth_posting, reporting.booth, reporting.fair;
      DROP TABLE fair_visitor, season_posting, season_company, booth_posting, booth, agenda_item, fair;
      DROP FUNCTION fair_status_at;
    `);
  }
}
