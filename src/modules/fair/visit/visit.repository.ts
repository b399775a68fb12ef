import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.js';
import { mostViewsInWindow, windowSeconds } from './visit.rules.js';
import type { CountedViews, Views } from './visit.rules.js';

@Injectable()
export class VisitRepository {
  /**
   * Counts views, each visitor once in a call. Whoever views faster than a person can is left
   * out of the answer and out of the count. Postgres marks a row that is new by an `xmax` of 0.
   */
  async count(transaction: Transaction, views: readonly Views[]): Promise<CountedViews[]> {
    return transaction.statement<CountedViews & Record<string, unknown>>(
      'visit.count',
      `INSERT INTO fair_visitor AS known
         (fair_id, day, visitor_key, views, window_views, window_at)
       SELECT fair_id, day, decode(visitor_key, 'hex'), views, views, now()
       FROM unnest($1::uuid[], $2::date[], $3::text[], $4::int[])
         AS visit (fair_id, day, visitor_key, views)
       ORDER BY fair_id, day, visitor_key
       ON CONFLICT (fair_id, day, visitor_key) DO UPDATE SET
         views = known.views + excluded.views,
         window_views = excluded.views
           + CASE WHEN known.window_at > now() - make_interval(secs => $5)
                  THEN known.window_views ELSE 0 END,
         window_at = CASE WHEN known.window_at > now() - make_interval(secs => $5)
                          THEN known.window_at ELSE now() END
       WHERE known.window_at <= now() - make_interval(secs => $5)
          OR known.window_views + excluded.views <= $6
       RETURNING fair_id AS "fairId", day::text AS day, encode(visitor_key, 'hex') AS "visitorKey",
                 (xmax = 0) AS "isNew"`,
      [
        views.map((one) => one.fairId),
        views.map((one) => one.day),
        views.map((one) => one.visitorKey),
        views.map((one) => one.views),
        windowSeconds,
        mostViewsInWindow,
      ],
    );
  }
}
