import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What came together costs one row: in the outbox always, in the mail outbox one index less. */
export class PlatformSharedRows1764070000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox ADD COLUMN entity_ids uuid[];
      UPDATE outbox SET entity_ids = ARRAY[entity_id];
      ALTER TABLE outbox
        DROP COLUMN entity_id,
        ALTER COLUMN entity_ids SET NOT NULL,
        ADD CONSTRAINT outbox_slice CHECK (cardinality(entity_ids) BETWEEN 1 AND 500);

      -- A mail that goes with a row which comes but once has that row's id and needs no key.
      ALTER TABLE mail_message
        ALTER COLUMN key DROP NOT NULL,
        DROP CONSTRAINT mail_message_key_key;
      CREATE UNIQUE INDEX mail_message_once ON mail_message (key) WHERE key IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX mail_message_once;
      UPDATE mail_message SET key = id::text WHERE key IS NULL;
      ALTER TABLE mail_message
        ALTER COLUMN key SET NOT NULL,
        ADD CONSTRAINT mail_message_key_key UNIQUE (key);

      ALTER TABLE outbox ADD COLUMN entity_id uuid, DROP CONSTRAINT outbox_slice;
      INSERT INTO outbox (consumer, entity_id, entity_ids, available_at, publications, failures, created_at)
      SELECT consumer, entity, entity_ids, available_at, publications, failures, created_at
      FROM outbox CROSS JOIN unnest(entity_ids) AS entity;
      DELETE FROM outbox WHERE entity_id IS NULL;
      ALTER TABLE outbox DROP COLUMN entity_ids, ALTER COLUMN entity_id SET NOT NULL;
    `);
  }
}
