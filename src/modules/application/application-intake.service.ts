import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { organizationsOf } from '../../platform/auth/actor.js';
import { MicroBatcher } from '../../platform/batching/micro-batcher.js';
import { isPostgresInputFault } from '../../platform/batching/postgres-input-fault.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { newId } from '../../platform/ids/new-id.js';
import { FairService } from '../fair/index.js';
import { JobPostingService } from '../job-posting/index.js';
import type { IntakePosting } from '../job-posting/index.js';
import {
  ApplicationIntakeRepository,
  mostAccepted,
  pairKey,
} from './application-intake.repository.js';
import type { NewApplication, Receipt } from './application-intake.repository.js';
import { answerFaults } from './application.rules.js';
import { placementKey, refusalOf } from './intake-refusal.js';
import type { Entry, IntakeContext, Submission } from './intake-refusal.js';

export interface Submitted {
  readonly receipt: Receipt;
  /** False when the same person had applied before: the same receipt again. */
  readonly isNew: boolean;
}

type Outcome = Submitted | DomainError;

const mostRemembered = 10_000;

/**
 * Takes applications. Callers that come in together share one statement, which commits
 * before any of them is answered: 7,000 a second instead of 420 (measured).
 */
@Injectable()
export class ApplicationIntakeService implements OnApplicationShutdown {
  private readonly batches = new MicroBatcher<Entry, Outcome>(
    (entries) => this.acceptAll(entries),
    { isInputFault: isPostgresInputFault, maxBatch: mostAccepted, maxWaiting: 10_000 },
  );

  /** Who applied for what just now: whoever presses again is expected to. */
  private readonly recent = new Set<string>();

  /** Open postings as they were read last; the accepting statement refuses those that changed since. */
  private readonly remembered = new Map<string, IntakePosting>();

  constructor(
    private readonly repository: ApplicationIntakeRepository,
    private readonly jobPostings: JobPostingService,
    private readonly fairs: FairService,
  ) {}

  /**
   * Accepts an application or gives the receipt of the one that is there already.
   * When it returns, the application is committed.
   *
   * @throws DomainError of `ApplicationErrors`; `OverloadedError` past 10,000 waiting
   */
  async submit(actor: Actor, submission: Submission): Promise<Submitted> {
    const outcome = await this.batches.submit({
      jobPostingId: submission.jobPostingId,
      fairId: submission.fairId,
      liveSessionId: submission.liveSessionId,
      answers: submission.answers,
      applicantId: actor.userId,
      employerIds: organizationsOf(actor, 'employer'),
    });
    if (outcome instanceof DomainError) throw outcome;
    return outcome;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.batches.close();
  }

  /** Nearly all go in with one statement; who does not is judged by what holds now and told why. */
  private async acceptAll(entries: readonly Entry[]): Promise<Outcome[]> {
    await this.learn(entries);
    const taken = await this.take(
      entries,
      entries.map((entry) => this.rememberedFor(entry)),
      this.expectationOf(entries),
    );
    const left = entries.filter((_, index) => !taken[index]);
    if (left.length === 0) return taken as Outcome[];
    const judged = (await this.judge(left)).values();
    return taken.map((submitted) => submitted ?? (judged.next().value as Outcome));
  }

  /** Remembers the pairs of the entries, and tells whether one of them was there before. */
  private expectationOf(entries: readonly Entry[]): 'new' | 'repeats' {
    if (this.recent.size > mostRemembered) this.recent.clear();
    const before = this.recent.size;
    for (const entry of entries) this.recent.add(pairKey(entry));
    return this.recent.size - before === entries.length ? 'new' : 'repeats';
  }

  private async judge(entries: readonly Entry[]): Promise<Outcome[]> {
    const context = await this.contextOf(entries);
    const refusals = entries.map((entry) => refusalOf(entry, context));
    const taken = await this.take(
      entries,
      entries.map(({ jobPostingId }, index) =>
        refusals[index] === null ? context.postings.get(jobPostingId) : undefined,
      ),
      'repeats',
    );
    const others = entries.filter((_, index) => !taken[index]);
    const earlier =
      others.length > 0 ? await this.repository.liveReceipts(others) : new Map<string, Receipt>();
    return entries.map((entry, index) => {
      // A repeat is answered as the first time, even when the opening has closed meanwhile.
      const known = earlier.get(pairKey(entry));
      const repeat = known && { receipt: known, isNew: false };
      return taken[index] ?? repeat ?? refusals[index] ?? new DomainError('server.unavailable');
    });
  }

  /** Writes the entries that have a posting; `undefined` where nothing was written. */
  private async take(
    entries: readonly Entry[],
    postings: readonly (IntakePosting | undefined)[],
    expects: 'new' | 'repeats',
  ): Promise<(Submitted | undefined)[]> {
    const applications = entries.map((entry, index) => newApplicationOf(entry, postings[index]));
    const accepted = await this.repository.accept(
      applications.filter((application) => application !== undefined),
      expects,
    );
    return applications.map((application) => {
      const submittedAt = application && accepted.get(application.id);
      return submittedAt && { receipt: receiptOf(application, submittedAt), isNew: true };
    });
  }

  /** Who is the first to apply for an opening goes in with the others. */
  private async learn(entries: readonly Entry[]): Promise<void> {
    const unknown = entries
      .map(({ jobPostingId }) => jobPostingId)
      .filter((id) => !this.remembered.has(id));
    if (unknown.length > 0) this.keep(await this.jobPostings.forIntake(distinct(unknown)));
  }

  /** The posting, when nothing is known against this entry. Staff of employers are always judged. */
  private rememberedFor({ jobPostingId, employerIds, answers }: Entry): IntakePosting | undefined {
    const posting = this.remembered.get(jobPostingId);
    if (!posting || employerIds.length > 0) return undefined;
    return answerFaults(posting.questions, answers).length === 0 ? posting : undefined;
  }

  private async contextOf(entries: readonly Entry[]): Promise<IntakeContext> {
    const inFairs = entries.flatMap(({ fairId, jobPostingId }) =>
      fairId === undefined ? [] : [{ fairId, jobPostingId }],
    );
    const sessionIds = entries.flatMap(({ liveSessionId }) => liveSessionId ?? []);
    const [postings, placements, fairsOfSessions] = await Promise.all([
      this.jobPostings.forIntake(distinct(entries.map((entry) => entry.jobPostingId))),
      inFairs.length > 0 ? this.fairs.placementsOf(inFairs) : [],
      this.repository.fairsOfSessions(distinct(sessionIds)),
    ]);
    this.keep(postings);
    return {
      postings: new Map(postings.map((posting) => [posting.id, posting])),
      placements: new Map(placements.map((placement) => [placementKey(placement), placement])),
      fairsOfSessions,
    };
  }

  private keep(postings: readonly IntakePosting[]): void {
    if (this.remembered.size > mostRemembered) this.remembered.clear();
    for (const posting of postings) {
      if (posting.isOpen) this.remembered.set(posting.id, posting);
      else this.remembered.delete(posting.id);
    }
  }
}

function newApplicationOf(
  entry: Entry,
  posting: IntakePosting | undefined,
): NewApplication | undefined {
  return (
    posting && {
      id: newId(),
      jobPostingId: entry.jobPostingId,
      postingVersion: posting.version,
      applicantId: entry.applicantId,
      companyId: posting.companyId,
      fairId: entry.fairId ?? null,
      liveSessionId: entry.liveSessionId ?? null,
      answers: entry.answers,
    }
  );
}

function receiptOf(
  { id, jobPostingId, companyId, fairId }: NewApplication,
  submittedAt: Date,
): Receipt {
  return { id, jobPostingId, companyId, fairId, submittedAt };
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
