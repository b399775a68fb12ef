import { Injectable } from '@nestjs/common';
import { reachOf } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { CompanyService } from '../company/index.js';
import { JobPostingErrors } from './job-posting.errors.js';
import { JobPostingLedgerService } from './job-posting-ledger.service.js';
import { JobPostingRepository } from './job-posting.repository.js';
import {
  jobPostingStatusNames,
  jobPostingFaults,
  jobPostingStep,
  mayEdit,
  mayReview,
  statusAt,
} from './job-posting.rules.js';
import type { JobPosting, JobPostingStatus, JobPostingStep, Mandate } from './job-posting.rules.js';
import { JobPostingService } from './job-posting.service.js';
import type { ReadJobPosting } from './job-posting.service.js';

export interface JobPostingMove {
  readonly to: JobPostingStatus;
  readonly reason?: string;
  /** The version that was looked at; a step on another one is refused. */
  readonly version?: number;
}

/** The way of a posting through review, publication and its end. */
@Injectable()
export class JobPostingReviewService {
  constructor(
    private readonly database: Database,
    private readonly repository: JobPostingRepository,
    private readonly companies: CompanyService,
    private readonly jobPostings: JobPostingService,
    private readonly ledger: JobPostingLedgerService,
    private readonly clock: Clock,
  ) {}

  /** Takes one step of the state table, as the company or as a reviewer. */
  async move(actor: Actor, id: string, move: JobPostingMove): Promise<ReadJobPosting> {
    const mandate = await this.mandateOf(actor);
    const now = this.clock.now();
    await this.database.transaction(async (transaction) => {
      const before = await this.repository.lock(transaction, id);
      if (!before || !takesPart(mandate, before)) {
        throw new DomainError(PlatformErrors['resource.not-found']);
      }
      assertStep(mandate, { ...before, status: statusAt(before, now) }, move);
      if (move.to === 'in_review' || move.to === 'published') {
        await this.assertPublishable(transaction, before, now);
      }
      const isFirst = before.status === 'approved' && move.to === 'published';
      await this.repository.saveStatus(transaction, before, {
        status: move.to,
        statusReason: move.reason ?? null,
        ...(isFirst ? { publishedAt: now } : {}),
      });
      await this.ledger.record(
        transaction,
        actor,
        { before, after: { ...before, status: move.to } },
        {
          action: `job-posting.${move.to}`,
          details: move.reason ? { reason: move.reason } : {},
        },
      );
    });
    return this.jobPostings.read(actor, id);
  }

  private async mandateOf(actor: Actor): Promise<Mandate> {
    return {
      edits: await this.companies.reachOf(actor, 'job-posting.edit'),
      isReviewer: reachOf(actor, 'job-posting.review').all,
      employerIds: await this.companies.idsOf(actor),
    };
  }

  /** Time has gone on since it was written: the company may be suspended, the validity over. */
  private async assertPublishable(
    transaction: Transaction,
    posting: JobPosting,
    now: Date,
  ): Promise<void> {
    await this.companies.assertMayPost(transaction, posting.companyId);
    const faults = jobPostingFaults(posting, now);
    if (faults.length > 0) throw new DomainError(PlatformErrors['request.invalid'], {}, faults);
  }
}

function takesPart(mandate: Mandate, { companyId }: JobPosting): boolean {
  return mayEdit(mandate, companyId) || mandate.isReviewer;
}

/** @throws DomainError the reason why this step cannot be taken now */
function assertStep(mandate: Mandate, posting: JobPosting, move: JobPostingMove): void {
  if (move.version !== undefined && posting.version !== move.version) {
    throw new DomainError(PlatformErrors['resource.changed']);
  }
  const step = stepFor(mandate, posting, move.to);
  if (step.needsReason && !move.reason) {
    throw new DomainError(PlatformErrors['request.invalid'], {}, [
      { field: 'reason', code: JobPostingErrors['job-posting.reason-missing'] },
    ]);
  }
}

/** The step to `to` under this mandate, or the reason why not. */
function stepFor(mandate: Mandate, posting: JobPosting, to: JobPostingStatus): JobPostingStep {
  const asCompany = jobPostingStep(posting.status, to, 'company');
  if (asCompany && mayEdit(mandate, posting.companyId)) return asCompany;
  const asReviewer = jobPostingStep(posting.status, to, 'reviewer');
  if (!asCompany && !asReviewer) {
    throw new DomainError(JobPostingErrors['job-posting.step-refused'], {
      from: jobPostingStatusNames[posting.status],
      to: jobPostingStatusNames[to],
    });
  }
  if (asReviewer && mayReview(mandate, posting.companyId)) return asReviewer;
  if (asReviewer && mandate.isReviewer) {
    throw new DomainError(JobPostingErrors['job-posting.own-review']);
  }
  throw new DomainError(PlatformErrors['permission.denied']);
}
