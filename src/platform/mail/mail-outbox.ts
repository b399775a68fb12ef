import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { newId } from '../ids/new-id.js';

/** A mail that must go out once. The address is read when it is sent, so that none is stored here. */
export interface MailIntent {
  /** The same event gives the same key, and the same key never becomes two mails. */
  readonly key: string;
  readonly recipientId: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string | number>>;
}

export interface DueMail {
  readonly id: string;
  /** The same on every try. */
  readonly key: string;
  readonly recipientId: string;
  readonly template: string;
  readonly parameters: Record<string, string | number>;
}

/** How long until the next try, in SQL, by the tries before. */
export function mailRetryPause(attempts: string): string {
  return `least(interval '1 hour', interval '30 seconds' * 2 ^ least(${attempts}, 8))`;
}

/** After so many tries, about a day, a person looks at it. */
export const mostMailAttempts = 30;

/** External effects have an outbox of their own, with a key that stays the same on every try. */
@Injectable()
export class MailOutbox {
  constructor(private readonly database: Database) {}

  async add(transaction: Transaction, intents: readonly MailIntent[]): Promise<void> {
    await transaction.statement(
      'mail-outbox.add',
      `INSERT INTO mail_message (id, key, recipient_id, template, parameters)
       SELECT id, key, recipient_id, template, parameters
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::jsonb[])
         AS intent (id, key, recipient_id, template, parameters)
       ON CONFLICT (key) DO NOTHING`,
      [
        intents.map(() => newId()),
        intents.map((intent) => intent.key),
        intents.map((intent) => intent.recipientId),
        intents.map((intent) => intent.template),
        intents.map((intent) => JSON.stringify(intent.parameters)),
      ],
    );
  }

  /** Takes mails to send now; a mail that is not confirmed in time is tried again. */
  async claimDue(limit: number): Promise<DueMail[]> {
    return this.database.query<DueMail & Record<string, unknown>>(
      `UPDATE mail_message SET attempts = attempts + 1,
         next_attempt_at = now() + ${mailRetryPause('attempts')}
       WHERE id IN (
         SELECT id FROM mail_message WHERE sent_at IS NULL AND next_attempt_at <= now()
         ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED
       )
       RETURNING id, key, recipient_id AS "recipientId", template, parameters`,
      [limit],
    );
  }

  async markSent(ids: readonly string[]): Promise<void> {
    await this.database.query('UPDATE mail_message SET sent_at = now() WHERE id = ANY($1)', [ids]);
  }
}
