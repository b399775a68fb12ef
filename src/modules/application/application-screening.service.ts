import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Counters } from '../../platform/counters/counters.js';
import type { CounterChange } from '../../platform/counters/counters.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { ApplicantService } from '../applicant/index.js';
import { JobPostingService } from '../job-posting/index.js';
import { ApplicationScreeningRepository } from './application-screening.repository.js';
import type { ScreenedApplication, SliceRow } from './application-screening.repository.js';
import { screen } from './application.rules.js';

/** Judges accepted applications, a slice at a time, in the slice's transaction. */
@Injectable()
export class ApplicationScreeningService {
  constructor(
    private readonly repository: ApplicationScreeningRepository,
    private readonly jobPostings: JobPostingService,
    private readonly applicants: ApplicantService,
    private readonly counters: Counters,
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
    const screened: ScreenedApplication[] = [];
    const takenDown: string[] = [];
    for (const { id, jobPostingId, applicantId, answers } of slice) {
      const posting = postings.get(jobPostingId);
      if (!posting || posting.isTakenDown) takenDown.push(id);
      else {
        const candidate = profiles.get(applicantId) ?? null;
        screened.push({ id, screening: screen(posting, candidate, answers, now) });
      }
    }
    if (screened.length > 0) await this.repository.save(transaction, screened);
    await this.markAttention(transaction, takenDown, 'posting-taken-down');
  }

  /** Puts one application into the list that a person works through. */
  async giveUp(transaction: Transaction, id: string, reason: string): Promise<void> {
    await this.markAttention(transaction, [id], reason);
  }

  private async markAttention(
    transaction: Transaction,
    ids: readonly string[],
    reason: string,
  ): Promise<void> {
    if (ids.length === 0) return;
    const marked = await this.repository.markAttention(transaction, ids, reason);
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
