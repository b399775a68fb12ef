import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import type { CsvFile, ImportReport } from '../../../platform/csv/csv-importer.js';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { CompanyService } from '../../company/index.js';
import { JobPostingService } from '../../job-posting/index.js';
import { FairErrors } from '../fair.errors.js';
import { openStatuses } from '../fair.rules.js';
import type { Fair } from '../fair.rules.js';
import { FairService } from '../fair.service.js';
import type { Placed } from '../tally/tally.rules.js';
import { TallyService } from '../tally/tally.service.js';
import { FillingRepository } from './filling.repository.js';

/** What a file brought into a fair, besides what it brought into the platform. */
export interface FillingReport {
  readonly report: ImportReport;
  readonly enteredCompanies: number;
  readonly enteredJobPostings: number;
}

/**
 * Fills a whole fair from files. The same file again changes nothing, so an import that was
 * cut off between its two steps is simply sent again.
 */
@Injectable()
export class FillingService {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairService,
    private readonly companies: CompanyService,
    private readonly jobPostings: JobPostingService,
    private readonly repository: FillingRepository,
    private readonly tally: TallyService,
  ) {}

  /** Imports companies and gives each of them an approved booth. */
  async fillWithCompanies(actor: Actor, fairId: string, file: CsvFile): Promise<FillingReport> {
    assertFillable(await this.fairs.organized(actor, fairId, 'fair.manage'));
    const report = await this.companies.importFile(actor, file);
    return this.enter(actor, fairId, report, async (transaction) => {
      const companyIds = await this.repository.companies(transaction, report.importId);
      return this.enterCompanies(transaction, fairId, companyIds);
    });
  }

  /** Imports openings and shows them in approved booths of their companies. */
  async fillWithJobPostings(actor: Actor, fairId: string, file: CsvFile): Promise<FillingReport> {
    assertFillable(await this.fairs.organized(actor, fairId, 'fair.manage'));
    const report = await this.jobPostings.importFile(actor, file);
    const { importId } = report;
    return this.enter(actor, fairId, report, async (transaction) => {
      const companyIds = await this.repository.companiesOfPostings(transaction, importId);
      const entered = await this.enterCompanies(transaction, fairId, companyIds);
      const shown = await this.repository.showImported(transaction, fairId, importId);
      return { ...entered, jobPostingIds: [...entered.jobPostingIds, ...shown] };
    });
  }

  /** Counts what has entered, under the lock of the fair. */
  private async enter(
    actor: Actor,
    fairId: string,
    report: ImportReport,
    place: (transaction: Transaction) => Promise<Placed>,
  ): Promise<FillingReport> {
    const entering = await this.database.transaction(async (transaction) => {
      assertFillable(await this.fairs.lockOrganized(transaction, actor, fairId, 'fair.manage'));
      const placed = await place(transaction);
      await this.tally.move(transaction, fairId, { entering: placed });
      const changed = await this.repository.changedHeadcounts(transaction, report.importId);
      if (changed.length > 0) await this.tally.followHeadcountsIn(transaction, changed);
      return placed;
    });
    return {
      report,
      enteredCompanies: entering.companyIds.length,
      enteredJobPostings: entering.jobPostingIds.length,
    };
  }

  private async enterCompanies(
    transaction: Transaction,
    fairId: string,
    companyIds: readonly string[],
  ): Promise<Placed> {
    const approved = await this.repository.approveBooths(transaction, fairId, companyIds);
    const jobPostingIds = await this.repository.chosenIn(transaction, approved);
    return { companyIds: approved.map((booth) => booth.companyId), jobPostingIds };
  }
}

function assertFillable(fair: Fair): void {
  if (!openStatuses.includes(fair.status)) throw new DomainError(FairErrors['fair.over']);
}
