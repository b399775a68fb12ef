import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { mailRetryPause, mostMailAttempts } from '../../../platform/mail/mail-outbox.js';
import type { DueMail } from '../../../platform/mail/mail-outbox.js';
import { noticeParameters, subjectJoins } from '../notice-columns.js';
import type { MailSource } from './mail-source.js';

/**
 * Retries that are due, then new ones, each in their order; between them, a mail server that was away
 * for an hour sends what it missed before what is new.
 */
const claimSql = `
  WITH due AS (
    SELECT * FROM (
      SELECT recipient_id, id FROM notice
      WHERE mail_state = 'retrying' AND mail_next_attempt_at <= now()
      ORDER BY mail_next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED
    ) AS again
    UNION ALL
    SELECT * FROM (
      SELECT recipient_id, id FROM notice WHERE mail_state = 'waiting'
      ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED
    ) AS fresh
    LIMIT $1
  ), claimed AS (
    UPDATE notice SET mail_state = 'retrying', mail_attempts = mail_attempts + 1,
      mail_next_attempt_at = now() + ${mailRetryPause('mail_attempts')}
    FROM due WHERE notice.recipient_id = due.recipient_id AND notice.id = due.id
    RETURNING notice.id, notice.recipient_id, notice.kind, notice.subject_id
  )
  SELECT notice.id, notice.id::text AS key, notice.recipient_id AS "recipientId",
         'notification.' || notice.kind AS template, ${noticeParameters} AS parameters
  FROM claimed AS notice ${subjectJoins}`;

/** The mails of notices. A notice that is mailed is its own intent. */
@Injectable()
export class NoticeMailRepository implements MailSource {
  constructor(private readonly database: Database) {}

  async claimDue(limit: number): Promise<DueMail[]> {
    return this.database.query<DueMail & Record<string, unknown>>(claimSql, [limit]);
  }

  async markSent(mail: DueMail): Promise<void> {
    await this.database.query(
      `UPDATE notice SET mail_state = 'sent', mail_sent_at = now(), mail_next_attempt_at = NULL
       WHERE recipient_id = $1 AND id = $2`,
      [mail.recipientId, mail.id],
    );
  }

  async giveUpHopeless(mails: readonly DueMail[]): Promise<void> {
    await this.database.query(
      `UPDATE notice SET mail_state = 'given_up', mail_next_attempt_at = NULL
       FROM unnest($1::uuid[], $2::uuid[]) AS failed (recipient_id, id)
       WHERE notice.recipient_id = failed.recipient_id AND notice.id = failed.id
         AND mail_state = 'retrying' AND mail_attempts >= $3`,
      [mails.map((mail) => mail.recipientId), mails.map((mail) => mail.id), mostMailAttempts],
    );
  }
}
