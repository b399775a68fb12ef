import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../../platform/http/page.js';
import type { Page, PageQuery } from '../../../platform/http/page.js';
import type { MailState } from './mail-message.rules.js';

export interface MailMessageRow {
  readonly id: string;
  readonly recipientId: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly state: MailState;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

@Injectable()
export class MailMessageQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(
    { limit = defaultPageSize, cursor }: PageQuery,
    state: MailState | undefined,
  ): Promise<Page<MailMessageRow>> {
    const [before] = decodeCursor(cursor, 1) ?? [null];
    const rows = await this.database.query<MailMessageRow & Record<string, unknown>>(
      `SELECT id, recipient_id AS "recipientId", template, parameters, progress.state, attempts,
              created_at AS "createdAt", sent_at AS "sentAt"
       FROM mail_message CROSS JOIN LATERAL (
         SELECT CASE WHEN sent_at IS NOT NULL THEN 'sent'
                     WHEN next_attempt_at = 'infinity' THEN 'given_up'
                     WHEN attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state
       ) AS progress
       WHERE ($1::uuid IS NULL OR id < $1) AND ($2::text IS NULL OR progress.state = $2)
       ORDER BY id DESC LIMIT $3`,
      [before, state ?? null, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }
}
