import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Wrong passwords of an account; the key is a keyed hash, so the table names nobody. */
export class IdentityWrongPasswords1764100010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wrong_password (
        key text PRIMARY KEY,
        count integer NOT NULL CHECK (count > 0),
        forgotten_at timestamptz NOT NULL
      );
      CREATE INDEX wrong_password_forgotten ON wrong_password (forgotten_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wrong_password');
  }
}
