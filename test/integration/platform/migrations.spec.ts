import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { migrate, migrateDown } from '../../../src/platform/database/migrate.js';
import { createEmptyDatabase } from '../../support/database.js';

describe('migrations', () => {
  it('go up, all the way down and up again, and two processes may start at once', async () => {
    const database = await createEmptyDatabase();
    const tables = async (): Promise<string[]> => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const { rows } = await client.query<{ name: string }>(
        `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
         WHERE table_schema IN ('public', 'reporting') ORDER BY 1`,
      );
      await client.end();
      return rows.map((row) => row.name);
    };
    try {
      const [first, second] = await Promise.all([migrate(database.url), migrate(database.url)]);
      expect(Math.min(first.length, second.length)).toBe(0);
      expect(Math.max(first.length, second.length)).toBe(migrations.length);
      const whole = await tables();
      await migrateDown(database.url, migrations.length);
      expect(await tables()).toEqual(['public.schema_migration']);
      await migrate(database.url);
      expect(await tables()).toEqual(whole);
    } finally {
      await database.drop();
    }
  });

  it('stand in the order of their timestamps', () => {
    const stamps = migrations.map((migration) => Number(/\d{13}$/.exec(migration.name)?.[0]));
    expect(stamps).toEqual([...stamps].sort((left, right) => left - right));
  });
});
