import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { JobPostingEntity } from './job-posting.entity.js';
import type { JobPosting, JobPostingContent } from './job-posting.rules.js';
import type { Question } from './question.rules.js';

export type StatusChange = Partial<Pick<JobPosting, 'status' | 'statusReason' | 'publishedAt'>>;

/** A posting whose status was changed by the calendar or with its company. */
export interface ClosedPosting {
  readonly id: string;
  readonly companyId: string;
  readonly headcount: number;
  /** Whether it could be applied for before. */
  readonly wasPublished: boolean;
}

type Row<Type> = Type & Record<string, unknown>;

const closedColumns = `
  job_posting.id, job_posting.company_id AS "companyId", job_posting.headcount,
  due.status = 'published' AS "wasPublished"`;

@Injectable()
export class JobPostingRepository {
  async insert(
    transaction: Transaction,
    posting: Omit<JobPosting, 'version' | 'createdAt'>,
  ): Promise<void> {
    await transaction.manager.insert(JobPostingEntity, {
      ...posting,
      skills: [...posting.skills],
      questions: copied(posting.questions),
      version: 1,
    });
  }

  async lock(transaction: Transaction, id: string): Promise<JobPosting | null> {
    return transaction.manager.findOne(JobPostingEntity, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async saveContent(
    transaction: Transaction,
    posting: JobPosting,
    changes: Partial<JobPostingContent> & StatusChange,
  ): Promise<void> {
    const { skills, questions, ...columns } = changes;
    await transaction.manager.update(JobPostingEntity, posting.id, {
      ...columns,
      ...(skills ? { skills: [...skills] } : {}),
      ...(questions ? { questions: copied(questions) } : {}),
      contentHash: null,
      version: posting.version + 1,
    });
  }

  async saveStatus(
    transaction: Transaction,
    posting: JobPosting,
    change: StatusChange,
  ): Promise<void> {
    await transaction.manager.update(JobPostingEntity, posting.id, {
      ...change,
      version: posting.version + 1,
    });
  }

  /** Writes down whose time has run out: the predicate of `isPastValidity`. */
  async expireDue(transaction: Transaction, now: Date, limit: number): Promise<ClosedPosting[]> {
    return transaction.query<Row<ClosedPosting>>(
      `UPDATE job_posting SET status = 'expired', status_reason = NULL,
         version = version + 1, updated_at = now()
       FROM (
         SELECT id, status FROM job_posting
         WHERE status IN ('published', 'paused') AND $1 > valid_through
         ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
       ) AS due
       WHERE job_posting.id = due.id
       RETURNING ${closedColumns}`,
      [now, limit],
    );
  }

  /** Pauses what these companies offer, unless they are shown again by now. */
  async pausePublished(
    transaction: Transaction,
    companyIds: readonly string[],
  ): Promise<ClosedPosting[]> {
    return transaction.query<Row<ClosedPosting>>(
      `UPDATE job_posting SET status = 'paused', version = version + 1, updated_at = now()
       FROM (
         SELECT posting.id, posting.status FROM job_posting AS posting
         JOIN reporting.company ON company.id = posting.company_id
         WHERE posting.company_id = ANY($1) AND posting.status = 'published'
           AND company.status IN ('suspended', 'closed', 'blacklisted')
         ORDER BY posting.id FOR NO KEY UPDATE OF posting
       ) AS due
       WHERE job_posting.id = due.id
       RETURNING ${closedColumns}`,
      [companyIds],
    );
  }
}

/** As TypeORM takes lists: its own to change. */
function copied(questions: readonly Question[]): Question[] {
  return questions.map((question) => ({ ...question }));
}
