import type { CounterDefinition } from '../../platform/counters/reconciler.js';

/** Each opening in a booth, and each once for the season and its company: read once, counted three times. */
const postings = `
  WITH placed AS MATERIALIZED (
    SELECT fair_id, job_posting_id, company_id, headcount FROM reporting.booth_posting
    WHERE is_counted
  ), posting AS (SELECT DISTINCT job_posting_id, company_id, headcount FROM placed)`;

/** What each counter of this module counts: the reconciler counts it again from the rows. */
export const fairCounters: readonly CounterDefinition[] = [
  {
    metric: 'fairs',
    recountSql: `SELECT 'season' AS scope, count(*) AS value FROM reporting.fair WHERE is_counted`,
  },
  {
    metric: 'companies',
    recountSql: `
      SELECT 'fair:' || fair_id AS scope, count(*) AS value
      FROM reporting.booth WHERE is_counted GROUP BY fair_id
      UNION ALL
      SELECT 'season', count(DISTINCT company_id) FROM reporting.booth WHERE is_counted`,
  },
  {
    metric: 'postings',
    recountSql: `
      ${postings}
      SELECT 'fair:' || fair_id AS scope, count(*) AS value FROM placed GROUP BY fair_id
      UNION ALL
      SELECT coalesce('company:' || company_id, 'season'), count(*)
      FROM posting GROUP BY GROUPING SETS ((), company_id)`,
  },
  {
    metric: 'headcount',
    recountSql: `
      ${postings}
      SELECT 'fair:' || fair_id AS scope, sum(headcount) AS value FROM placed GROUP BY fair_id
      UNION ALL
      SELECT coalesce('company:' || company_id, 'season'), coalesce(sum(headcount), 0)
      FROM posting GROUP BY GROUPING SETS ((), company_id)`,
  },
  {
    metric: 'views',
    recountSql: `
      SELECT 'fair:' || fair_id AS scope, sum(views) AS value
      FROM reporting.fair_visitor GROUP BY fair_id
      UNION ALL
      SELECT 'season', coalesce(sum(views), 0) FROM reporting.fair_visitor`,
  },
  {
    metric: 'visitors',
    recountSql: `
      SELECT 'fair:' || fair_id AS scope, count(*) AS value
      FROM reporting.fair_visitor GROUP BY fair_id
      UNION ALL
      SELECT 'season', count(*) FROM reporting.fair_visitor`,
  },
];
