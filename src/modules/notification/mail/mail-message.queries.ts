import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../../platform/http/page.js';
import type { Page, PageQuery } from '../../../platform/http/page.js';
import { noticeParameters, subjectJoins } from '../notice-columns.js';
import { mailStates } from './mail-message.rules.js';
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

/** Of the outbox, and of notices a page for each state: the indexes have them in order by state. */
const listSql = `
  SELECT id, recipient_id AS "recipientId", template, parameters, state, attempts,
         created_at AS "createdAt", sent_at AS "sentAt"
  FROM (
    SELECT * FROM (
      SELECT id, recipient_id, template, parameters, progress.state, attempts, created_at, sent_at
      FROM mail_message CROSS JOIN LATERAL (
        SELECT CASE WHEN sent_at IS NOT NULL THEN 'sent'
                    WHEN next_attempt_at = 'infinity' THEN 'given_up'
                    WHEN attempts > 0 THEN 'retrying' ELSE 'waiting' END AS state
      ) AS progress
      WHERE ($1::uuid IS NULL OR id < $1) AND progress.state = ANY($2)
      ORDER BY id DESC LIMIT $3
    ) AS message
    UNION ALL
    SELECT notice.id, notice.recipient_id, 'notification.' || notice.kind, ${noticeParameters},
           notice.mail_state, notice.mail_attempts, notice.created_at, notice.mail_sent_at
    FROM unnest($2::text[]) AS wanted (state) CROSS JOIN LATERAL (
      (SELECT * FROM notice
       WHERE mail_state = 'waiting' AND wanted.state = 'waiting' AND ($1::uuid IS NULL OR id < $1)
       ORDER BY id DESC LIMIT $3)
      UNION ALL
      (SELECT * FROM notice
       WHERE mail_state = wanted.state AND mail_state <> 'waiting' AND ($1::uuid IS NULL OR id < $1)
       ORDER BY id DESC LIMIT $3)
    ) AS notice ${subjectJoins}
  ) AS mail
  ORDER BY id DESC LIMIT $3`;

@Injectable()
export class MailMessageQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(
    { limit = defaultPageSize, cursor }: PageQuery,
    state: MailState | undefined,
  ): Promise<Page<MailMessageRow>> {
    const [before] = decodeCursor(cursor, 1) ?? [null];
    const rows = await this.database.query<MailMessageRow & Record<string, unknown>>(listSql, [
      before,
      state ? [state] : mailStates,
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }
}
