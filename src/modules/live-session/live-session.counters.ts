import type { CounterDefinition } from '../../platform/counters/reconciler.js';

/** What each counter of this module counts: the reconciler counts it again from the rows. */
export const liveSessionCounters: readonly CounterDefinition[] = [
  {
    metric: 'messages',
    recountSql: `
      SELECT 'session:' || session_id AS scope, count(*) AS value
      FROM reporting.live_session_message GROUP BY session_id`,
  },
];
