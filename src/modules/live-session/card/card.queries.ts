import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.js';

export interface ShownCard {
  readonly sessionId: string;
  readonly jobPostingId: string;
}

@Injectable()
export class CardQueries {
  /** Cards of these openings that are shown in sessions on air, in the order of the locks. */
  async shownOnAir(
    transaction: Transaction,
    jobPostingIds: readonly string[],
  ): Promise<ShownCard[]> {
    return transaction.query<ShownCard & Record<string, unknown>>(
      `SELECT session_id AS "sessionId", job_posting_id AS "jobPostingId" FROM (
         SELECT DISTINCT ON (event.session_id, event.body ->> 'jobPostingId')
                event.session_id, event.body ->> 'jobPostingId' AS job_posting_id, event.kind
         FROM live_session_event AS event
         JOIN live_session ON live_session.id = event.session_id AND live_session.status = 'on_air'
         WHERE event.kind IN ('card', 'card_withdrawn')
           AND event.body ->> 'jobPostingId' = ANY($1)
         ORDER BY event.session_id, event.body ->> 'jobPostingId', event.seq DESC
       ) AS newest
       WHERE kind = 'card' ORDER BY session_id`,
      [jobPostingIds],
    );
  }
}
