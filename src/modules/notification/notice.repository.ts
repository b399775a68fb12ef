import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { newId } from '../../platform/ids/new-id.js';
import { mailedNoticeKinds, processedKind, toldStatuses } from './notice.rules.js';
import type { Notice } from './notice.rules.js';

/** New notices of one kind: `recipient id recipient id …`, short enough for one signal. */
export interface NoticeHints {
  readonly kind: string;
  readonly hints: string;
}

type Row<Fields> = Fields & Record<string, unknown>;

/** A pair takes 74 bytes, a signal at most 7,900. */
const mostInSignal = 100;

/**
 * Notices and the mails that go with them in one statement, because every processed application
 * comes through here: half the cost of a statement each (measured). A notice that is there already
 * is left alone, with its mail. The mail rows are those of `MailOutbox.add`. The applications are
 * not joined with the list of their ids: statistics that are some minutes old can say that nothing is
 * processed, and the join that this suggests reads the list for every row of the table.
 */
function tellSql(kind: string, condition: string): string {
  return `
    WITH told AS (
      INSERT INTO notice (recipient_id, id, kind, subject_id, params)
      SELECT application.applicant_id, ($1::uuid[])[row_number() OVER ()], ${kind}, application.id,
             jsonb_build_object('jobPostingId', application.job_posting_id,
                                'jobPostingTitle', job_posting.title)
      FROM reporting.application
      JOIN reporting.job_posting ON job_posting.id = application.job_posting_id
      WHERE application.id = ANY($2) AND ${condition}
      ON CONFLICT (subject_id, kind, recipient_id) DO NOTHING
      RETURNING recipient_id, id, kind, subject_id, params
    ), mailed AS (
      INSERT INTO mail_message (id, recipient_id, template, parameters)
      SELECT id, recipient_id, 'notification.' || kind, params FROM told WHERE kind = ANY($3)
    )
    SELECT kind, string_agg(recipient_id || ' ' || id, ' ') AS hints
    FROM (SELECT kind, recipient_id, id, row_number() OVER () - 1 AS place FROM told) AS placed
    GROUP BY kind, place / ${mostInSignal}`;
}

const tellProcessedSql = tellSql('$4', 'application.processed_at IS NOT NULL');
const tellStatusesSql = tellSql(
  `'application.' || application.status`,
  'application.status = ANY($4)',
);

@Injectable()
export class NoticeRepository {
  constructor(private readonly database: Database) {}

  /** One notice for each processed application, to its applicant. @returns the new ones */
  async tellProcessed(
    transaction: Transaction,
    applicationIds: readonly string[],
  ): Promise<NoticeHints[]> {
    return transaction.query<Row<NoticeHints>>(tellProcessedSql, [
      applicationIds.map(() => newId()),
      applicationIds,
      mailedNoticeKinds,
      processedKind,
    ]);
  }

  /**
   * One notice for each application and status that its applicant should hear of. The status is the
   * present one: of two steps in one breath people hear of the second. @returns the new ones
   */
  async tellStatuses(
    transaction: Transaction,
    applicationIds: readonly string[],
  ): Promise<NoticeHints[]> {
    return transaction.query<Row<NoticeHints>>(tellStatusesSql, [
      applicationIds.map(() => newId()),
      applicationIds,
      mailedNoticeKinds,
      toldStatuses,
    ]);
  }

  /** The first reading is the one that counts. @returns nothing for a notice of somebody else */
  async markRead(recipientId: string, id: string): Promise<Notice | undefined> {
    const [notice] = await this.database.query<Row<Notice>>(
      `UPDATE notice SET read_at = coalesce(read_at, now())
       WHERE recipient_id = $1 AND id = $2
       RETURNING id, kind, subject_id AS "subjectId", params, read_at AS "readAt",
                 created_at AS "createdAt"`,
      [recipientId, id],
    );
    return notice;
  }

  async markAllRead(recipientId: string): Promise<void> {
    await this.database.query(
      'UPDATE notice SET read_at = now() WHERE recipient_id = $1 AND read_at IS NULL',
      [recipientId],
    );
  }
}
