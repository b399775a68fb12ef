import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LiveSessionFoundation1764000051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE live_session (
        id uuid PRIMARY KEY,
        fair_id uuid NOT NULL REFERENCES fair (id),
        company_id uuid REFERENCES company (id),
        agenda_item_id uuid REFERENCES agenda_item (id) ON DELETE SET NULL,
        title text NOT NULL CHECK (length(btrim(title)) BETWEEN 1 AND 200),
        title_en text CHECK (length(title_en) <= 200),
        host_id uuid NOT NULL REFERENCES "user" (id),
        host_name text NOT NULL,
        scheduled_start timestamptz NOT NULL,
        scheduled_end timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'scheduled'
          CHECK (status IN ('scheduled', 'on_air', 'ended', 'cancelled')),
        started_at timestamptz,
        ended_at timestamptz,
        -- The place of the newest event; its row lock is what puts events in an order.
        last_seq bigint NOT NULL DEFAULT 0,
        peak_viewers integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (scheduled_start < scheduled_end),
        CHECK (status <> 'on_air' OR started_at IS NOT NULL)
      ) WITH (fillfactor = 70);
      CREATE INDEX live_session_fair ON live_session (fair_id, scheduled_start, id);

      CREATE TABLE live_session_event (
        session_id uuid NOT NULL REFERENCES live_session (id),
        seq bigint NOT NULL,
        kind text NOT NULL CHECK (kind IN (
          'chat', 'card', 'card_withdrawn', 'notice', 'removed', 'status')),
        author_id uuid REFERENCES "user" (id),
        author_name text,
        body jsonb NOT NULL,
        -- What the author's own device calls a message, so that a repeat is known as one.
        client_key text,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (session_id, seq),
        CONSTRAINT live_session_event_client_key UNIQUE (session_id, author_id, client_key)
      );
      CREATE INDEX live_session_event_card ON live_session_event (session_id, seq)
        WHERE kind IN ('card', 'card_withdrawn');
      CREATE INDEX live_session_event_message ON live_session_event (session_id)
        WHERE kind = 'chat';

      -- How many watch in each process; a row that is not renewed stops counting.
      CREATE TABLE live_session_presence (
        session_id uuid NOT NULL REFERENCES live_session (id),
        process_id uuid NOT NULL,
        viewers integer NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (session_id, process_id)
      ) WITH (fillfactor = 50);

      CREATE FUNCTION live_session_viewers(session_id uuid) RETURNS bigint
        LANGUAGE sql STABLE AS $$
        SELECT coalesce(sum(presence.viewers), 0)::bigint
        FROM live_session_presence AS presence
        WHERE presence.session_id = $1 AND presence.updated_at > now() - interval '15 seconds'
      $$;

      CREATE VIEW reporting.live_session AS
        SELECT id, fair_id, company_id, title, title_en, status, scheduled_start, started_at,
               ended_at, peak_viewers, live_session_viewers(id) AS viewers
        FROM live_session;

      CREATE VIEW reporting.live_session_message AS
        SELECT event.session_id, live_session.fair_id, event.seq, event.created_at
        FROM live_session_event AS event JOIN live_session ON live_session.id = event.session_id
        WHERE event.kind = 'chat';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reporting.live_session_message, reporting.live_session;
      DROP FUNCTION live_session_viewers;
      DROP TABLE live_session_presence, live_session_event, live_session;
    `);
  }
}
