import { Injectable } from '@nestjs/common';
import { reachOf } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { CsvFile, ImportReport } from '../../platform/csv/csv-importer.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Page } from '../../platform/http/page.js';
import { CompanyService } from '../company/index.js';
import { JobPostingQueries } from './job-posting.queries.js';
import type {
  IntakeRow,
  JobPostingFilter,
  JobPostingRow,
  JobPostingScope,
  MatchingRow,
} from './job-posting.queries.js';
import { isOpenAt, monthlyPayMax, statusAt } from './job-posting.rules.js';
import { JobPostingImportService } from './transfer/job-posting-import.service.js';

export interface ReadJobPosting {
  readonly posting: JobPostingRow;
  /** Whether the reader is of the company or a reviewer. */
  readonly seesInside: boolean;
}

/** What an application is judged by at the door. */
export type IntakePosting = Omit<IntakeRow, 'status' | 'validThrough'> & {
  readonly isOpen: boolean;
};

/** What an application is matched against. */
export type MatchingPosting = MatchingRow & {
  /** Minor units of CNY for one month; `null` where that cannot be said. */
  readonly monthlyPayMax: number | null;
  readonly isTakenDown: boolean;
};

/** Looking at postings, and what the modules above ask of them. */
@Injectable()
export class JobPostingService {
  constructor(
    private readonly queries: JobPostingQueries,
    private readonly companies: CompanyService,
    private readonly imports: JobPostingImportService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `resource.not-found` also for a posting that the reader may not see */
  async read(actor: Actor | null, id: string): Promise<ReadJobPosting> {
    const [posting, scope] = await Promise.all([this.queries.find(id), this.scopeOf(actor)]);
    if (!posting) throw new DomainError(PlatformErrors['resource.not-found']);
    const seesInside = scope.all || scope.companyIds.includes(posting.companyId);
    const status = statusAt(posting, this.clock.now());
    if (status !== 'published' && !seesInside) {
      throw new DomainError(PlatformErrors['resource.not-found']);
    }
    return { posting: { ...posting, status }, seesInside };
  }

  async list(actor: Actor | null, filter: JobPostingFilter): Promise<Page<JobPostingRow>> {
    const now = this.clock.now();
    const page = await this.queries.list(await this.scopeOf(actor), filter, now);
    return {
      ...page,
      items: page.items.map((posting) => ({ ...posting, status: statusAt(posting, now) })),
    };
  }

  /** Postings by id in any status, for showing them elsewhere; an id that does not exist is missing. */
  async byIds(ids: readonly string[]): Promise<Map<string, JobPostingRow>> {
    const now = this.clock.now();
    const rows = ids.length > 0 ? await this.queries.many(ids) : [];
    return new Map(rows.map((row) => [row.id, { ...row, status: statusAt(row, now) }]));
  }

  /**
   * As they are now. Who remembers one asks `reporting.job_posting` for its version before relying
   * on it: a posting that was closed a moment ago takes no application.
   */
  async forIntake(ids: readonly string[]): Promise<IntakePosting[]> {
    const now = this.clock.now();
    const rows = await this.queries.forIntake(ids);
    return rows.map((row) => ({
      id: row.id,
      companyId: row.companyId,
      organizationId: row.organizationId,
      questions: row.questions,
      version: row.version,
      isOpen: isOpenAt(row, now),
    }));
  }

  async forMatching(
    transaction: Transaction,
    ids: readonly string[],
  ): Promise<Map<string, MatchingPosting>> {
    const rows = await this.queries.forMatching(transaction, ids);
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...row,
          monthlyPayMax: monthlyPayMax(row),
          isTakenDown: row.status === 'taken_down',
        },
      ]),
    );
  }

  /**
   * Imports a file of postings for many companies, as POST /job-posting-imports does, and keeps the
   * list of what it holds in `reporting.job_posting_import_item` for a day, by the id of the import.
   */
  async importFile(actor: Actor, file: CsvFile): Promise<ImportReport> {
    return this.imports.importFile(actor, file, { keepsItems: true });
  }

  /** Reviewers see every posting, everybody else those of the companies that they write for. */
  async scopeOf(actor: Actor | null): Promise<JobPostingScope> {
    const { ids } = await this.companies.reachOf(actor, 'job-posting.edit');
    return { all: reachOf(actor, 'job-posting.review').all, companyIds: ids };
  }
}
