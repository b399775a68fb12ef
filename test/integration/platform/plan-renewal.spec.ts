import pg from 'pg';
import { PlanRenewal } from '../../../src/platform/database/plan-renewal.js';
import { createEmptyDatabase } from '../../support/database.js';

describe('the plans of a connection', () => {
  it('are made afresh after ten seconds, for a table that has grown', async () => {
    const database = await createEmptyDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('CREATE TABLE grown (id integer PRIMARY KEY, filling text)');
    await client.query('ALTER TABLE grown SET (autovacuum_enabled = false)');
    await client.query('SET plan_cache_mode = force_generic_plan');
    await client.query('PREPARE look_up AS SELECT FROM grown WHERE id = $1');
    const plan = async () => {
      const { rows } = await client.query<Record<string, string>>('EXPLAIN EXECUTE look_up(1)');
      return rows.map((row) => row['QUERY PLAN']).join();
    };
    let now = 0;
    const plans = new PlanRenewal(() => now);
    await plans.renew(client);
    await client.query(`INSERT INTO grown VALUES (1, '')`);
    await client.query('ANALYZE grown');
    expect(await plan()).toContain('Seq Scan');
    await client.query(
      `INSERT INTO grown SELECT n, repeat('x', 200) FROM generate_series(2, 5000) AS n`,
    );
    now += 9_999;
    await plans.renew(client);
    expect(await plan()).toContain('Seq Scan');
    now += 1;
    await plans.renew(client);
    expect(await plan()).toContain('Index');
    await client.end();
    await database.drop();
  });
});
