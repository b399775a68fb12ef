import { Counters } from '../../../src/platform/counters/counters.js';
import { Reconciler } from '../../../src/platform/counters/reconciler.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

describe('counters', () => {
  let app: TestApp;
  let counters: Counters;
  beforeAll(async () => {
    app = await startTestApp({ WORKERS: 'external' });
    counters = app.app.get(Counters);
  });
  afterAll(() => app.stop());

  it('loses no increment of 2,000 concurrent callers on few keys', async () => {
    await Promise.all(
      Array.from({ length: 2_000 }, (_, index) =>
        counters.increment({ scope: `test:${index % 7}`, metric: 'presses', by: 1 }),
      ),
    );
    const scopes = Array.from({ length: 7 }, (_, index) => `test:${index}`);
    const values = await counters.read(scopes);
    const total = scopes.reduce((sum, scope) => sum + (values.get(scope)?.get('presses') ?? 0), 0);
    expect(total).toBe(2_000);
  });

  it('counts nothing when the fact rolls back', async () => {
    const attempt = app.database.transaction(async (transaction) => {
      await counters.add(transaction, [{ scope: 'test:rollback', metric: 'presses', by: 1 }]);
      throw new Error('rolled back');
    });
    await expect(attempt).rejects.toThrow('rolled back');
    expect((await counters.read(['test:rollback'])).get('test:rollback')?.size).toBe(0);
  });

  it('does not deadlock when transactions count the same things in another order', async () => {
    const scopes = Array.from({ length: 20 }, (_, index) => `test:order-${index}`);
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        app.database.transaction((transaction) =>
          counters.add(
            transaction,
            (index % 2 === 0 ? scopes : [...scopes].reverse()).map((scope) => ({
              scope,
              metric: 'presses',
              by: 1,
            })),
          ),
        ),
      ),
    );
    const values = await counters.read(scopes);
    expect(scopes.every((scope) => values.get(scope)?.get('presses') === 60)).toBe(true);
  });

  it('reports a counter that does not agree with its facts, and only that one', async () => {
    const reconciler = app.app.get(Reconciler);
    await app.database.query('CREATE TABLE press (scope text)');
    reconciler.define({
      metric: 'reconciled-presses',
      recountSql: 'SELECT scope, count(*) AS value FROM press GROUP BY scope',
    });
    const press = (scope: string) =>
      app.database.transaction(async (transaction) => {
        await transaction.query('INSERT INTO press (scope) VALUES ($1)', [scope]);
        await counters.add(transaction, [{ scope, metric: 'reconciled-presses', by: 1 }]);
      });
    await Promise.all([press('a'), press('a'), press('b')]);
    expect(await reconciler.reconcile()).toEqual([]);
    await app.database.query(
      `UPDATE counter SET value = 9 WHERE scope = 'b' AND metric = 'reconciled-presses'`,
    );
    expect(await reconciler.reconcile()).toEqual([
      { scope: 'b', metric: 'reconciled-presses', counted: 9, recounted: 1 },
    ]);
  });
});
