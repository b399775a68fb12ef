import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { counterColumns, feedColumns } from './feed-columns.js';
import type { FeedCounters, FeedEvent } from './feed.rules.js';

/** How far a feed has been read. */
export interface FeedPosition {
  readonly sessionId: string;
  readonly seq: number;
}

@Injectable()
export class FeedQueries {
  constructor(private readonly database: Database) {}

  async eventsAfter(sessionId: string, since: number, limit: number): Promise<FeedEvent[]> {
    return this.database.statement<FeedEvent & Record<string, unknown>>(
      'feed.events-after',
      `SELECT ${feedColumns} FROM live_session_event AS event
       WHERE event.session_id = $1 AND event.seq > $2 ORDER BY event.seq LIMIT $3`,
      [sessionId, since, limit],
    );
  }

  /** What is new in many feeds, by session; at most `limit` events of each. */
  async news(positions: readonly FeedPosition[], limit: number): Promise<Map<string, FeedEvent[]>> {
    const rows = await this.database.statement<
      FeedEvent & { sessionId: string } & Record<string, unknown>
    >(
      'feed.news',
      `SELECT position.session_id AS "sessionId", news.*
       FROM unnest($1::uuid[], $2::bigint[]) AS position (session_id, seq)
       JOIN live_session ON live_session.id = position.session_id
         AND live_session.last_seq > position.seq
       CROSS JOIN LATERAL (
         SELECT ${feedColumns} FROM live_session_event AS event
         WHERE event.session_id = position.session_id AND event.seq > position.seq
         ORDER BY event.seq LIMIT $3
       ) AS news`,
      [positions.map(({ sessionId }) => sessionId), positions.map(({ seq }) => seq), limit],
    );
    const news = new Map<string, FeedEvent[]>();
    for (const { sessionId, ...event } of rows) {
      const events = news.get(sessionId);
      if (events) events.push(event);
      else news.set(sessionId, [event]);
    }
    return news;
  }

  async countersOf(sessionIds: readonly string[]): Promise<Map<string, FeedCounters>> {
    const rows = await this.database.statement<
      FeedCounters & { sessionId: string } & Record<string, unknown>
    >(
      'feed.counters',
      `SELECT session.id AS "sessionId", ${counterColumns}
       FROM live_session AS session WHERE session.id = ANY($1)`,
      [sessionIds],
    );
    return new Map(rows.map(({ sessionId, ...counters }) => [sessionId, counters]));
  }
}
