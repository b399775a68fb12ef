import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who belongs to which organization, for those who tell them what happened. */
export class IdentityMembershipsShown1764080090000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE VIEW reporting.membership AS SELECT organization_id, user_id FROM membership',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW reporting.membership');
  }
}
