import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

export interface Presence {
  readonly sessionId: string;
  readonly viewers: number;
}

@Injectable()
export class AudienceRepository {
  constructor(private readonly database: Database) {}

  /** Tells how many watch in this process; what is not renewed stops counting by itself. */
  async savePresence(processId: string, presences: readonly Presence[]): Promise<void> {
    await this.database.statement(
      'audience.save-presence',
      `INSERT INTO live_session_presence (session_id, process_id, viewers, updated_at)
       SELECT session_id, $1, viewers, now()
       FROM unnest($2::uuid[], $3::int[]) AS present (session_id, viewers)
       ORDER BY session_id
       ON CONFLICT (session_id, process_id) DO UPDATE SET
         viewers = excluded.viewers, updated_at = excluded.updated_at`,
      [
        processId,
        presences.map((presence) => presence.sessionId),
        presences.map((presence) => presence.viewers),
      ],
    );
  }

  /** The process watches these no longer, or nothing at all when it stops. */
  async forgetPresence(processId: string, sessionIds: readonly string[] | null): Promise<void> {
    await this.database.query(
      `DELETE FROM live_session_presence
       WHERE process_id = $1 AND ($2::uuid[] IS NULL OR session_id = ANY($2))`,
      [processId, sessionIds],
    );
  }

  /** What processes that died have left behind. */
  async forgetLost(): Promise<void> {
    await this.database.query(
      `DELETE FROM live_session_presence WHERE updated_at < now() - interval '1 hour'`,
    );
  }

  /** Keeps the largest audience. */
  async raisePeaks(presences: readonly Presence[]): Promise<void> {
    await this.database.statement(
      'audience.raise-peaks',
      `UPDATE live_session SET peak_viewers = higher.viewers
       FROM (
         SELECT id, present.viewers
         FROM live_session
         JOIN unnest($1::uuid[], $2::int[]) AS present (session_id, viewers)
           ON present.session_id = live_session.id
         WHERE status = 'on_air' AND peak_viewers < present.viewers
         ORDER BY id FOR NO KEY UPDATE OF live_session
       ) AS higher
       WHERE live_session.id = higher.id`,
      [
        presences.map((presence) => presence.sessionId),
        presences.map((presence) => presence.viewers),
      ],
    );
  }
}
