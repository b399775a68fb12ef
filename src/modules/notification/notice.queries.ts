import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../platform/http/page.js';
import type { Page, PageQuery } from '../../platform/http/page.js';
import { noticeColumns, subjectJoins } from './notice-columns.js';
import type { Notice } from './notice.rules.js';

/** A bell that shows "99+" need not count further. */
const mostUnreadCounted = 1_000;

@Injectable()
export class NoticeQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(
    recipientId: string,
    { limit = defaultPageSize, cursor }: PageQuery,
    unreadOnly: boolean,
  ): Promise<Page<Notice>> {
    const [before] = decodeCursor(cursor, 1) ?? [null];
    const rows = await this.database.query<Notice & Record<string, unknown>>(
      `SELECT ${noticeColumns}
       FROM (
         SELECT id, kind, subject_id, read_at, created_at FROM notice
         WHERE recipient_id = $1 AND ($2::uuid IS NULL OR id < $2)
           AND (NOT $3 OR read_at IS NULL)
         ORDER BY id DESC LIMIT $4
       ) AS notice ${subjectJoins}
       ORDER BY notice.id DESC`,
      [recipientId, before, unreadOnly, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  async countUnread(recipientId: string): Promise<number> {
    const [row] = await this.database.statement<{ count: number }>(
      'notice.count-unread',
      `SELECT count(*) FROM (
         SELECT FROM notice WHERE recipient_id = $1 AND read_at IS NULL LIMIT $2
       ) AS unread`,
      [recipientId, mostUnreadCounted],
    );
    return row?.count ?? 0;
  }
}
