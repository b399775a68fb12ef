import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NotificationNotices1764000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Every processed application writes one row, so there are two indexes and no foreign key:
      -- the recipient comes from a row that has one.
      CREATE TABLE notice (
        recipient_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        subject_id uuid NOT NULL,
        params jsonb NOT NULL,
        read_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (recipient_id, id),
        -- The same event told twice stays one notice.
        CONSTRAINT notice_once UNIQUE (subject_id, kind, recipient_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notice;');
  }
}
