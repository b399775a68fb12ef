import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StatisticsReconciliations1764000061000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What each recount of the figures found, whichever process made it.
      CREATE TABLE reconciliation (
        id uuid PRIMARY KEY,
        finished_at timestamptz NOT NULL DEFAULT now(),
        differences jsonb NOT NULL CHECK (jsonb_typeof(differences) = 'array')
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reconciliation;');
  }
}
