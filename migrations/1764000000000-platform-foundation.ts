import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlatformFoundation1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA reporting;

      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        consumer text NOT NULL,
        entity_id uuid NOT NULL,
        available_at timestamptz NOT NULL DEFAULT now(),
        publications smallint NOT NULL DEFAULT 0,
        failures smallint NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX outbox_due ON outbox (available_at, id);
      -- Rows live for seconds; without this the table's dead rows slow the next claim.
      ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);

      CREATE TABLE counter (
        scope text NOT NULL,
        metric text NOT NULL,
        value bigint NOT NULL,
        PRIMARY KEY (scope, metric)
      ) WITH (fillfactor = 50);

      CREATE TABLE periodic_task (
        name text PRIMARY KEY,
        next_run_at timestamptz NOT NULL
      );

      CREATE TABLE mail_message (
        id uuid PRIMARY KEY,
        key text NOT NULL UNIQUE,
        recipient_id uuid NOT NULL,
        template text NOT NULL,
        parameters jsonb NOT NULL,
        attempts smallint NOT NULL DEFAULT 0,
        next_attempt_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX mail_message_due ON mail_message (next_attempt_at) WHERE sent_at IS NULL;

      CREATE TABLE idempotency_key (
        user_id uuid NOT NULL,
        route text NOT NULL,
        key text NOT NULL,
        request_hash bytea NOT NULL,
        status smallint,
        body jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (user_id, route, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        actor_id uuid,
        action text NOT NULL,
        subject_id uuid NOT NULL,
        details jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX audit_entry_subject ON audit_entry (subject_id, created_at);
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

      CREATE TABLE queue_canary (
        id uuid PRIMARY KEY,
        sent_at timestamptz NOT NULL DEFAULT now(),
        arrived_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE queue_canary, audit_entry, idempotency_key, mail_message, periodic_task, counter, outbox;
      DROP FUNCTION refuse_change();
      DROP SCHEMA reporting;
    `);
  }
}
