import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

/** About a day, by the pauses of `MailOutbox.claimDue`. */
const mostAttempts = 30;

@Injectable()
export class MailMessageRepository {
  constructor(private readonly database: Database) {}

  /** Stops trying those that failed too often: no endless retry, and a person sees them. */
  async giveUpHopeless(ids: readonly string[]): Promise<void> {
    await this.database.query(
      `UPDATE mail_message SET next_attempt_at = 'infinity'
       WHERE id = ANY($1) AND sent_at IS NULL AND attempts >= $2`,
      [ids, mostAttempts],
    );
  }
}
