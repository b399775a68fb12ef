import { Reconciler } from '../../../src/platform/counters/reconciler.js';
import { OutboxModule } from '../../../src/platform/outbox/outbox.module.js';
import { SliceRunner } from '../../../src/platform/outbox/slice-runner.js';
import { expectOk } from '../../support/employer.js';
import { openFair } from '../../support/open-fair.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

describe('applications in two slices at once', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ WORKERS: 'external' });
  });
  afterAll(() => app?.stop());

  it('are processed, counted and told of once', async () => {
    const fair = await openFair(app);
    const people = await Promise.all(Array.from({ length: 6 }, () => app.person()));
    for (const person of people) {
      await expectOk(
        person.post('/api/v1/applications', {
          jobPostingId: fair.openings[0]?.jobPostingId,
          answers: {},
          consent: true,
        }),
      );
    }
    const slices = await app.database.query<{ id: number }>(
      `INSERT INTO outbox (consumer, entity_ids)
       SELECT 'application.screening', array_agg(id) FROM application CROSS JOIN generate_series(1, 4) AS copy
       GROUP BY copy RETURNING id`,
    );
    const runner = app.app.get(SliceRunner, { strict: false });
    await Promise.all(
      slices.map(({ id }) => runner.run({ consumer: 'application.screening', ids: [id] })),
    );
    const told = await app.database.query<{ facts: number }>(
      `SELECT sum(cardinality(entity_ids)) AS facts FROM outbox
       WHERE consumer = 'notification.application-processed'`,
    );
    expect(told).toEqual([{ facts: people.length }]);
    expect(await app.app.get(Reconciler).reconcile()).toEqual([]);
    app.app.get(OutboxModule).startWorking();
    await app.settled();
    const notices = await app.database.query('SELECT id FROM notice WHERE mail_state IS NOT NULL');
    expect(notices).toHaveLength(people.length);
  });
});
