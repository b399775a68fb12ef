import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { idArray } from '../../platform/database/binary-array.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { newId } from '../../platform/ids/new-id.js';
import { noticeColumns, subjectJoins } from './notice-columns.js';
import type { NoticeHints } from './notice-hint.rules.js';
import { mailedNoticeKinds, processedKind, toldStatuses } from './notice.rules.js';
import type { Notice } from './notice.rules.js';

type Row<Fields> = Fields & Record<string, unknown>;

/** What is new, for the sockets of those who are told. */
function hintsOf(insertSql: string): string {
  return `
    WITH told AS (${insertSql} RETURNING recipient_id, id, kind)
    SELECT kind, string_agg(recipient_id || ' ' || id || ' ', '') AS hints
    FROM told GROUP BY kind`;
}

/**
 * Every processed application comes through here, so this is one statement for all of a slice, in the
 * order of its index. A notice that is there already is left alone; two slices that tell of the same
 * one at once wait for each other at the primary key, and the later one is tried again.
 *
 * The id is the same however often it is told, so that the primary key keeps it one without another
 * index: the application's own. Notices are in the order of their ids, so one that took its time gets
 * the time at which it was processed and the rest of the application's id.
 *
 * Each application and each notice is one look-up by key: as a join the planner read all applications
 * for a slice of 2,000, half of the time of the whole statement (measured), or with statistics from
 * before the rush the slice's list for every row of the table.
 */
const tellProcessedSql = hintsOf(`
  INSERT INTO notice (recipient_id, id, kind, subject_id, mail_state)
  SELECT applicant_id, notice_id, $3::text, id,
         CASE WHEN $3::text = ANY($2) THEN 'waiting' END
  FROM unnest($1::uuid[]) AS told (application_id) CROSS JOIN LATERAL (
    SELECT id, applicant_id,
           CASE WHEN processed_at < created_at + interval '1 minute' THEN id ELSE (
             lpad(to_hex((date_part('epoch', processed_at) * 1000)::bigint), 12, '0')
             || substr(id::text, 14))::uuid END AS notice_id
    FROM reporting.application WHERE id = told.application_id AND processed_at IS NOT NULL LIMIT 1
  ) AS processed
  WHERE (
    SELECT notice.id FROM notice
    WHERE notice.recipient_id = processed.applicant_id AND notice.id = processed.notice_id
  ) IS NULL
  ORDER BY applicant_id`);

const tellStatusesSql = hintsOf(`
  INSERT INTO notice (recipient_id, id, kind, subject_id, mail_state)
  SELECT applicant_id, ($4::uuid[])[row_number() OVER ()], kind, id,
         CASE WHEN kind = ANY($2) THEN 'waiting' END
  FROM reporting.application CROSS JOIN LATERAL (SELECT 'application.' || status AS kind) AS told
  WHERE id = ANY($1) AND status = ANY($3)
  ORDER BY applicant_id
  ON CONFLICT DO NOTHING`);

@Injectable()
export class NoticeRepository {
  constructor(private readonly database: Database) {}

  /** One notice for each processed application, to its applicant. @returns the new ones */
  async tellProcessed(
    transaction: Transaction,
    applicationIds: readonly string[],
  ): Promise<NoticeHints[]> {
    // A fact that was told twice may stand in the slice twice.
    return transaction.query<Row<NoticeHints>>(tellProcessedSql, [
      idArray([...new Set(applicationIds)]),
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
      applicationIds,
      mailedNoticeKinds,
      toldStatuses,
      applicationIds.map(() => newId()),
    ]);
  }

  /** The first reading is the one that counts. @returns nothing for a notice of somebody else */
  async markRead(recipientId: string, id: string): Promise<Notice | undefined> {
    const [notice] = await this.database.query<Row<Notice>>(
      `WITH marked AS (
         UPDATE notice SET read_at = coalesce(read_at, now())
         WHERE recipient_id = $1 AND id = $2
         RETURNING id, kind, subject_id, read_at, created_at
       )
       SELECT ${noticeColumns} FROM marked AS notice ${subjectJoins}`,
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
