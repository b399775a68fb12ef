import type { CounterDefinition } from '../../platform/counters/reconciler.js';

/** Season, company and fair of every application that meets a condition. */
function recount(condition: string): string {
  return `
    SELECT scope, count(*) AS value
    FROM application CROSS JOIN LATERAL (VALUES
      ('season'), ('company:' || company_id), ('fair:' || fair_id)
    ) AS counted_for (scope)
    WHERE scope IS NOT NULL AND ${condition} GROUP BY scope`;
}

/** What each counter of this module counts: the reconciler counts it again from the rows. */
export const applicationCounters: readonly CounterDefinition[] = [
  {
    metric: 'applications',
    recountSql: `${recount('true')}
      UNION ALL
      SELECT 'session:' || live_session_id, count(*) FROM application
      WHERE live_session_id IS NOT NULL GROUP BY live_session_id`,
  },
  { metric: 'applications.processed', recountSql: recount('processed_at IS NOT NULL') },
  { metric: 'applications.attention', recountSql: recount('attention_reason IS NOT NULL') },
];
