import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row lives for a second, and ids hardly shrink: compressing 500 of them cost more than writing them. */
export class PlatformOutboxStorage1764080051000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ALTER COLUMN entity_ids SET STORAGE EXTERNAL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ALTER COLUMN entity_ids SET STORAGE EXTENDED');
  }
}
