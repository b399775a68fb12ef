import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { reaches } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { FieldFault } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { newId } from '../../platform/ids/new-id.js';
import { CompanyService } from '../company/index.js';
import { JobPostingErrors } from './job-posting.errors.js';
import { JobPostingLedgerService } from './job-posting-ledger.service.js';
import { JobPostingRepository } from './job-posting.repository.js';
import {
  changedFields,
  isEditable,
  jobPostingFaults,
  statusAfterEdit,
} from './job-posting.rules.js';
import type { JobPosting, JobPostingContent } from './job-posting.rules.js';
import { JobPostingService } from './job-posting.service.js';
import type { ReadJobPosting } from './job-posting.service.js';

/** What a company writes: new postings and changes of them. */
@Injectable()
export class JobPostingDeskService {
  constructor(
    private readonly database: Database,
    private readonly repository: JobPostingRepository,
    private readonly companies: CompanyService,
    private readonly jobPostings: JobPostingService,
    private readonly ledger: JobPostingLedgerService,
    private readonly clock: Clock,
  ) {}

  /** Writes a draft for a company that the actor works for and that is verified. */
  async create(
    actor: Actor,
    companyId: string,
    content: JobPostingContent,
  ): Promise<ReadJobPosting> {
    refuse(jobPostingFaults(content, this.clock.now()));
    const editable = await this.companies.reachOf(actor, 'job-posting.edit');
    if (!reaches(editable, companyId)) throw unknownCompany();
    const draft = { ...newDraft(content), id: newId(), companyId };
    await this.database
      .transaction(async (transaction) => {
        await this.companies.assertMayPost(transaction, companyId);
        await this.repository.insert(transaction, draft);
        await this.ledger.record(
          transaction,
          actor,
          { before: draft, after: draft },
          { action: 'job-posting.created' },
        );
      })
      .catch((error: unknown) => {
        throw asConflict(error);
      });
    return this.jobPostings.read(actor, draft.id);
  }

  /** Changes what is given; a change of what was reviewed sends the posting to review again. */
  async edit(
    actor: Actor,
    id: string,
    expectedVersion: number,
    changes: Partial<JobPostingContent>,
  ): Promise<ReadJobPosting> {
    const editable = await this.companies.reachOf(actor, 'job-posting.edit');
    const now = this.clock.now();
    await this.database
      .transaction(async (transaction) => {
        const before = await this.repository.lock(transaction, id);
        if (!before || !reaches(editable, before.companyId)) {
          throw new DomainError(PlatformErrors['resource.not-found']);
        }
        assertEditable(before, expectedVersion);
        const fields = changedFields(before, changes);
        const after = { ...before, ...changes, status: statusAfterEdit(before, fields, now) };
        refuse(jobPostingFaults(after, now));
        await this.repository.saveContent(transaction, before, {
          ...changes,
          status: after.status,
        });
        await this.ledger.record(
          transaction,
          actor,
          { before, after },
          { action: 'job-posting.edited', details: { fields } },
        );
      })
      .catch((error: unknown) => {
        throw asConflict(error);
      });
    return this.jobPostings.read(actor, id);
  }
}

function newDraft(content: JobPostingContent) {
  return { ...content, status: 'draft' as const, statusReason: null, publishedAt: null };
}

function assertEditable(posting: JobPosting, expectedVersion: number): void {
  if (posting.version !== expectedVersion) {
    throw new DomainError(PlatformErrors['resource.changed']);
  }
  if (!isEditable(posting.status)) {
    throw new DomainError(JobPostingErrors['job-posting.not-editable']);
  }
}

function refuse(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw new DomainError(PlatformErrors['request.invalid'], {}, faults);
}

function unknownCompany(): DomainError {
  return new DomainError(PlatformErrors['request.invalid'], {}, [
    { field: 'companyId', code: JobPostingErrors['job-posting.company-unknown'] },
  ]);
}

function asConflict(error: unknown): unknown {
  return isUniqueViolation(error, 'job_posting_reference_unique')
    ? new DomainError(JobPostingErrors['job-posting.reference-taken'])
    : error;
}
