import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether an opening stands in a booth that takes part, for the statement that takes applications: two
 * look-ups by key for each, whatever the planner thinks of the size of the tables.
 */
export class FairPlacements1764080021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW reporting.placement AS
        SELECT fair_id, job_posting_id, (
            SELECT booth.status IN ('approved', 'set_up', 'online', 'offline')
            FROM booth WHERE booth.id = booth_posting.booth_id
          ) AS takes_part
        FROM booth_posting;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW reporting.placement');
  }
}
