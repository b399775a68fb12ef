import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { MailOutbox, mostMailAttempts } from '../../../platform/mail/mail-outbox.js';
import type { DueMail } from '../../../platform/mail/mail-outbox.js';
import type { MailSource } from './mail-source.js';

/** The mails of the outbox: those that are no notice, such as the link to a new password. */
@Injectable()
export class MailMessageRepository implements MailSource {
  constructor(
    private readonly database: Database,
    private readonly outbox: MailOutbox,
  ) {}

  async claimDue(limit: number): Promise<DueMail[]> {
    return this.outbox.claimDue(limit);
  }

  async markSent(mail: DueMail): Promise<void> {
    await this.outbox.markSent([mail.id]);
  }

  async giveUpHopeless(mails: readonly DueMail[]): Promise<void> {
    await this.database.query(
      `UPDATE mail_message SET next_attempt_at = 'infinity'
       WHERE id = ANY($1) AND sent_at IS NULL AND attempts >= $2`,
      [mails.map((mail) => mail.id), mostMailAttempts],
    );
  }
}
