import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Openings in booths that take part, without what `reporting.booth_posting` counts besides: the
 * statement that takes applications asks once per application (three look-ups less).
 */
export class FairPlacements1764080021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW reporting.placement AS
        SELECT booth_posting.fair_id, booth_posting.job_posting_id
        FROM booth_posting JOIN booth ON booth.id = booth_posting.booth_id
        WHERE booth.status IN ('approved', 'set_up', 'online', 'offline');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW reporting.placement');
  }
}
