import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { newId } from '../../platform/ids/new-id.js';
import { processedKind, toldStatuses } from './notice.rules.js';
import type { Notice, NoticeParameters } from './notice.rules.js';

export interface NewNotice {
  readonly id: string;
  readonly recipientId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly params: NoticeParameters;
}

type Row<Fields> = Fields & Record<string, unknown>;

const newNotice = `id, recipient_id AS "recipientId", kind, subject_id AS "subjectId", params`;

@Injectable()
export class NoticeRepository {
  constructor(private readonly database: Database) {}

  /** One notice for each processed application, to its applicant. @returns the new ones */
  async insertProcessed(
    transaction: Transaction,
    applicationIds: readonly string[],
  ): Promise<NewNotice[]> {
    return transaction.statement<Row<NewNotice>>(
      'notice.insert-processed',
      `INSERT INTO notice (recipient_id, id, kind, subject_id, params)
       SELECT application.applicant_id, fresh.id, $3, application.id,
              jsonb_build_object('jobPostingId', application.job_posting_id,
                                 'jobPostingTitle', job_posting.title)
       FROM unnest($1::uuid[], $2::uuid[]) AS fresh (id, application_id)
       JOIN reporting.application ON application.id = fresh.application_id
       JOIN reporting.job_posting ON job_posting.id = application.job_posting_id
       WHERE application.processed_at IS NOT NULL
       ON CONFLICT (subject_id, kind, recipient_id) DO NOTHING
       RETURNING ${newNotice}`,
      [applicationIds.map(() => newId()), applicationIds, processedKind],
    );
  }

  /**
   * One notice for each application and status that its applicant should hear of. The status is the
   * present one: of two steps in one breath people hear of the second.
   */
  async insertStatuses(
    transaction: Transaction,
    applicationIds: readonly string[],
  ): Promise<NewNotice[]> {
    return transaction.statement<Row<NewNotice>>(
      'notice.insert-statuses',
      `INSERT INTO notice (recipient_id, id, kind, subject_id, params)
       SELECT application.applicant_id, fresh.id, 'application.' || application.status,
              application.id,
              jsonb_build_object('jobPostingId', application.job_posting_id,
                                 'jobPostingTitle', job_posting.title,
                                 'status', application.status)
       FROM unnest($1::uuid[], $2::uuid[]) AS fresh (id, application_id)
       JOIN reporting.application ON application.id = fresh.application_id
       JOIN reporting.job_posting ON job_posting.id = application.job_posting_id
       WHERE application.status = ANY($3)
       ON CONFLICT (subject_id, kind, recipient_id) DO NOTHING
       RETURNING ${newNotice}`,
      [applicationIds.map(() => newId()), applicationIds, toldStatuses],
    );
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
