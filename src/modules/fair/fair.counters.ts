import type { CounterDefinition } from '../../platform/counters/reconciler.js';

const seasonPostings = `
  SELECT DISTINCT job_posting_id, company_id, headcount FROM reporting.booth_posting
  WHERE is_counted`;

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
      SELECT 'fair:' || fair_id AS scope, count(*) AS value
      FROM reporting.booth_posting WHERE is_counted GROUP BY fair_id
      UNION ALL
      SELECT 'season', count(*) FROM (${seasonPostings}) AS posting
      UNION ALL
      SELECT 'company:' || company_id, count(*) FROM (${seasonPostings}) AS posting
      GROUP BY company_id`,
  },
  {
    metric: 'headcount',
    recountSql: `
      SELECT 'fair:' || fair_id AS scope, sum(headcount) AS value
      FROM reporting.booth_posting WHERE is_counted GROUP BY fair_id
      UNION ALL
      SELECT 'season', coalesce(sum(headcount), 0) FROM (${seasonPostings}) AS posting
      UNION ALL
      SELECT 'company:' || company_id, sum(headcount) FROM (${seasonPostings}) AS posting
      GROUP BY company_id`,
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
