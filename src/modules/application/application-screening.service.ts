import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Counters } from '../../platform/counters/counters.js';
import type { CounterChange } from '../../platform/counters/counters.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { ApplicantService } from '../applicant/index.js';
import { JobPostingService } from '../job-posting/index.js';
import { applicationProcessed } from './application.events.js';
import { ApplicationRepository } from './application.repository.js';
import type { ScreenedRow, SliceRow } from './application.repository.js';
import { screen } from './application.rules.js';

/** Judges accepted applications, a slice of up to 500 at a time, in the slice's transaction. */
@Injectable()
export class ApplicationScreeningService {
  constructor(
    private readonly repository: ApplicationRepository,
    private readonly jobPostings: JobPostingService,
    private readonly applicants: ApplicantService,
    private readonly counters: Counters,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async screenSlice(transaction: Transaction, ids: readonly string[]): Promise<void> {
    const slice = await this.repository.loadSlice(transaction, ids);
    if (slice.length === 0) return;
    const [postings, profiles] = [
      await this.jobPostings.forMatching(transaction, distinct(slice, 'jobPostingId')),
      await this.applicants.forMatching(transaction, distinct(slice, 'applicantId')),
    ];
    const now = this.clock.now();
    const screened = slice.flatMap((row) => {
      const posting = postings.get(row.jobPostingId);
      if (!posting || posting.isTakenDown) return [];
      const candidate = profiles.get(row.applicantId) ?? null;
      return [{ row, screening: screen(posting, candidate, row.answers, now) }];
    });
    await this.save(transaction, slice, screened);
  }

  /** Puts one application into the list that a person works through. */
  async giveUp(transaction: Transaction, id: string, reason: string): Promise<void> {
    await this.markAttention(transaction, [{ id, reason }]);
  }

  private async save(
    transaction: Transaction,
    slice: readonly SliceRow[],
    screened: readonly ScreenedRow[],
  ): Promise<void> {
    const done = new Set(screened.map(({ row }) => row));
    const withdrawnPostings = slice.filter((row) => !done.has(row));
    if (screened.length > 0) {
      await this.repository.saveScreenings(transaction, screened);
      const ids = screened.map(({ row }) => row.id);
      await this.outbox.append(transaction, applicationProcessed, ids);
    }
    await this.counters.add(transaction, changesOf([...done], 'applications.processed', 1));
    if (withdrawnPostings.length > 0) {
      const reason = 'posting-taken-down';
      await this.markAttention(
        transaction,
        withdrawnPostings.map(({ id }) => ({ id, reason })),
      );
    }
  }

  private async markAttention(
    transaction: Transaction,
    marks: readonly { id: string; reason: string }[],
  ): Promise<void> {
    const marked = await this.repository.markAttention(transaction, marks);
    await this.counters.add(transaction, changesOf(marked, 'applications.attention', 1));
  }
}

/** Each application counts for the season, its company and, where it has one, its fair. */
export function changesOf(
  rows: readonly { companyId: string; fairId: string | null }[],
  metric: string,
  by: number,
): CounterChange[] {
  return rows.flatMap(({ companyId, fairId }) =>
    ['season', `company:${companyId}`, ...(fairId === null ? [] : [`fair:${fairId}`])].map(
      (scope) => ({ scope, metric, by }),
    ),
  );
}

function distinct(slice: readonly SliceRow[], column: 'jobPostingId' | 'applicantId'): string[] {
  return [...new Set(slice.map((row) => row[column]))];
}
