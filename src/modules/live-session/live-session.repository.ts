import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import type { LiveSession, LiveSessionStatus } from './live-session.rules.js';

export type NewLiveSession = Omit<LiveSession, 'status' | 'startedAt' | 'endedAt' | 'peakViewers'>;

@Injectable()
export class LiveSessionRepository {
  async insert(transaction: Transaction, session: NewLiveSession): Promise<void> {
    await transaction.query(
      `INSERT INTO live_session (id, fair_id, company_id, agenda_item_id, title, title_en, host_id,
                                 host_name, scheduled_start, scheduled_end)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        session.id,
        session.fairId,
        session.companyId,
        session.agendaItemId,
        session.title,
        session.titleEn,
        session.hostId,
        session.hostName,
        session.scheduledStart,
        session.scheduledEnd,
      ],
    );
  }

  /** Times are the database's, like those of the events in the feed. */
  async setStatus(transaction: Transaction, id: string, to: LiveSessionStatus): Promise<void> {
    await transaction.query(
      `UPDATE live_session SET status = $2,
         started_at = CASE WHEN $2 = 'on_air' THEN now() ELSE started_at END,
         ended_at = CASE WHEN $2 = 'on_air' THEN ended_at ELSE now() END
       WHERE id = $1`,
      [id, to],
    );
  }

  /** Locks the sessions of fairs that have not come to their end. */
  async lockUnfinished(
    transaction: Transaction,
    fairIds: readonly string[],
  ): Promise<{ id: string; status: LiveSessionStatus }[]> {
    return transaction.query<{ id: string; status: LiveSessionStatus }>(
      `SELECT id, status FROM live_session
       WHERE fair_id = ANY($1) AND status IN ('scheduled', 'on_air')
       ORDER BY id FOR NO KEY UPDATE`,
      [fairIds],
    );
  }
}
