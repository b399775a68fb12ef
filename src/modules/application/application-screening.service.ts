import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Counters } from '../../platform/counters/counters.js';
import type { CounterChange } from '../../platform/counters/counters.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { mostFacts } from '../../platform/outbox/outbox.js';
import { ApplicantService } from '../applicant/index.js';
import { JobPostingService } from '../job-posting/index.js';
import type { MatchingPosting } from '../job-posting/index.js';
import { ApplicationScreeningRepository } from './application-screening.repository.js';
import type { ScreenedApplication, SliceRow } from './application-screening.repository.js';
import { screen } from './application.rules.js';
import type { Candidate } from './application.rules.js';

/** What the applications of a slice are judged by; `null` where there is none. */
interface Known {
  readonly postings: Map<string, MatchingPosting | null>;
  readonly candidates: Map<string, Candidate | null>;
}

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

  /** Answers can be long, so they are read in parts; what the parts have in common is read once. */
  async screenSlice(transaction: Transaction, ids: readonly string[]): Promise<void> {
    const known: Known = { postings: new Map(), candidates: new Map() };
    const screened: ScreenedApplication[] = [];
    const takenDown: string[] = [];
    for (let at = 0; at < ids.length; at += mostFacts) {
      const part = await this.repository.loadSlice(transaction, ids.slice(at, at + mostFacts));
      if (part.length === 0) continue;
      await this.learn(transaction, part, known);
      this.judge(part, known, screened, takenDown);
    }
    if (screened.length > 0) await this.repository.save(transaction, screened);
    await this.markAttention(transaction, takenDown, 'posting-taken-down');
  }

  /** Puts one application into the list that a person works through. */
  async giveUp(transaction: Transaction, id: string, reason: string): Promise<void> {
    await this.markAttention(transaction, [id], reason);
  }

  private async learn(
    transaction: Transaction,
    part: readonly SliceRow[],
    { postings, candidates }: Known,
  ): Promise<void> {
    const newPostings = distinct(part, 'jobPostingId').filter((id) => !postings.has(id));
    const newCandidates = distinct(part, 'applicantId').filter((id) => !candidates.has(id));
    const found = await this.jobPostings.forMatching(transaction, newPostings);
    const profiles = await this.applicants.forMatching(transaction, newCandidates);
    for (const id of newPostings) postings.set(id, found.get(id) ?? null);
    for (const id of newCandidates) candidates.set(id, profiles.get(id) ?? null);
  }

  private judge(
    part: readonly SliceRow[],
    { postings, candidates }: Known,
    screened: ScreenedApplication[],
    takenDown: string[],
  ): void {
    const now = this.clock.now();
    for (const { id, jobPostingId, applicantId, answers } of part) {
      const posting = postings.get(jobPostingId);
      if (!posting || posting.isTakenDown) takenDown.push(id);
      else {
        const candidate = candidates.get(applicantId) ?? null;
        screened.push({ id, screening: screen(posting, candidate, answers, now) });
      }
    }
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

/** Each application counts for the season and, where it has one, its fair. */
export function changesOf(
  rows: readonly { fairId: string | null }[],
  metric: string,
  by: number,
): CounterChange[] {
  return rows.flatMap(({ fairId }) =>
    ['season', ...(fairId === null ? [] : [`fair:${fairId}`])].map((scope) => ({
      scope,
      metric,
      by,
    })),
  );
}

function distinct(slice: readonly SliceRow[], column: 'jobPostingId' | 'applicantId'): string[] {
  return [...new Set(slice.map((row) => row[column]))];
}
