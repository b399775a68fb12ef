import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { counterColumns, feedColumns } from '../feed/feed-columns.js';
import type { FeedCounters, FeedEvent } from '../feed/feed.rules.js';
import type { LiveSessionStatus } from '../live-session.rules.js';

/** A session at one moment: its state, the end of its feed, its cards and counters agree. */
export interface SessionMoment extends FeedCounters {
  readonly sessionId: string;
  readonly status: LiveSessionStatus;
  readonly organizerId: string;
  readonly publishedAt: Date | null;
  readonly lastSeq: number;
  readonly events: readonly FeedEvent[];
  readonly cards: readonly FeedEvent[];
}

type Row<Fields> = Fields & Record<string, unknown>;

/** How much of the feed a late joiner gets. */
const eventsInSnapshot = 50;

const momentsSql = `
  SELECT session.id AS "sessionId", session.status, fair.organizer_id AS "organizerId",
         fair.published_at AS "publishedAt", session.last_seq AS "lastSeq",
         newest.events, shown.cards, ${counterColumns}
  FROM live_session AS session
  JOIN reporting.fair ON fair.id = session.fair_id
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(listed ORDER BY listed.seq), '[]') AS events FROM (
      SELECT ${feedColumns} FROM live_session_event AS event
      WHERE event.session_id = session.id ORDER BY event.seq DESC LIMIT ${eventsInSnapshot}
    ) AS listed
  ) AS newest
  CROSS JOIN LATERAL (
    SELECT coalesce(json_agg(listed ORDER BY listed.seq), '[]') AS cards FROM (
      SELECT DISTINCT ON (event.body ->> 'jobPostingId') ${feedColumns}
      FROM live_session_event AS event
      WHERE event.session_id = session.id AND event.kind IN ('card', 'card_withdrawn')
      ORDER BY event.body ->> 'jobPostingId', event.seq DESC
    ) AS listed WHERE listed.kind = 'card'
  ) AS shown
  WHERE session.id = ANY($1)`;

@Injectable()
export class AudienceQueries {
  constructor(private readonly database: Database) {}

  async momentsOf(sessionIds: readonly string[]): Promise<Map<string, SessionMoment>> {
    const rows = await this.database.statement<Row<SessionMoment>>('audience.moments', momentsSql, [
      sessionIds,
    ]);
    return new Map(rows.map((row) => [row.sessionId, row]));
  }
}
