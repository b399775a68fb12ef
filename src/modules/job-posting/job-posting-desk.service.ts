import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { Actor } from '../../platform/auth/actor.js';
import { isOperator } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { FieldFault } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { newId } from '../../platform/ids/new-id.js';
import { CompanyService } from '../company/index.js';
import { JobPostingErrors } from './job-posting.errors.js';
import { JobPostingRepository } from './job-posting.repository.js';
import {
  changedFields,
  isEditable,
  jobPostingFaults,
  mayEdit,
  statusAfterEdit,
} from './job-posting.rules.js';
import type { JobPosting, JobPostingContent } from './job-posting.rules.js';
import { JobPostingService } from './job-posting.service.js';
import type { ReadJobPosting } from './job-posting.service.js';
import { OpeningTallyService } from './opening-tally.service.js';

/** What a company writes: new postings and changes of them. */
@Injectable()
export class JobPostingDeskService {
  constructor(
    private readonly database: Database,
    private readonly repository: JobPostingRepository,
    private readonly companies: CompanyService,
    private readonly jobPostings: JobPostingService,
    private readonly tally: OpeningTallyService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Writes a draft for a company that the actor works for and that is verified. */
  async create(
    actor: Actor,
    companyId: string,
    content: JobPostingContent,
  ): Promise<ReadJobPosting> {
    refuse(jobPostingFaults(content, this.clock.now()));
    const own = await this.companies.idsOf(actor);
    if (!own.includes(companyId) && !isOperator(actor)) throw unknownCompany();
    const id = newId();
    await this.database
      .transaction(async (transaction) => {
        await this.companies.assertMayPost(transaction, companyId);
        await this.repository.insert(transaction, { ...newDraft(content), id, companyId });
        await this.audit.record(transaction, actor, {
          action: 'job-posting.created',
          subjectId: id,
          details: { companyId },
        });
      })
      .catch((error: unknown) => {
        throw asConflict(error);
      });
    return this.jobPostings.read(actor, id);
  }

  /** Changes what is given; a change of what was reviewed sends the posting to review again. */
  async edit(
    actor: Actor,
    id: string,
    expectedVersion: number,
    changes: Partial<JobPostingContent>,
  ): Promise<ReadJobPosting> {
    const own = await this.companies.idsOf(actor);
    const now = this.clock.now();
    await this.database
      .transaction(async (transaction) => {
        const posting = await this.repository.lock(transaction, id);
        if (!posting || !mayEdit(actor, own, posting.companyId)) {
          throw new DomainError(PlatformErrors['resource.not-found']);
        }
        if (posting.version !== expectedVersion) {
          throw new DomainError(PlatformErrors['resource.changed']);
        }
        if (!isEditable(posting.status)) {
          throw new DomainError(JobPostingErrors['job-posting.not-editable']);
        }
        const content = { ...contentOf(posting), ...changes };
        refuse(jobPostingFaults(content, now));
        const fields = changedFields(contentOf(posting), content);
        const after = { ...posting, ...content, status: statusAfterEdit(posting, fields, now) };
        await this.repository.saveContent(transaction, posting, {
          ...content,
          status: after.status,
        });
        await this.tally.changed(transaction, [{ before: posting, after }]);
        await this.audit.record(transaction, actor, {
          action: 'job-posting.edited',
          subjectId: id,
          details: { fields, from: posting.status, to: after.status },
        });
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

function contentOf(posting: JobPosting): JobPostingContent {
  const { id, companyId, status, statusReason, publishedAt, version, createdAt, ...content } =
    posting;
  return content;
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
