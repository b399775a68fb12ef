import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import type { CsvFile, ImportReport } from '../../../platform/csv/csv-importer.js';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { JobPostingService } from '../../job-posting/index.js';
import { FairErrors } from '../fair.errors.js';
import { openStatuses } from '../fair.rules.js';
import type { Fair } from '../fair.rules.js';
import { FairService } from '../fair.service.js';
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
    private readonly jobPostings: JobPostingService,
    private readonly repository: FillingRepository,
    private readonly tally: TallyService,
  ) {}

  /** Imports openings and shows them in approved booths of their companies. */
  async fillWithJobPostings(actor: Actor, fairId: string, file: CsvFile): Promise<FillingReport> {
    assertFillable(await this.fairs.organized(actor, fairId));
    const report = await this.jobPostings.importFile(actor, file);
    const entered = await this.database.transaction(async (transaction) => {
      assertFillable(await this.fairs.lockOrganized(transaction, actor, fairId));
      return this.enterPostings(transaction, fairId, report.importId);
    });
    return { report, ...entered };
  }

  private async enterPostings(transaction: Transaction, fairId: string, importId: string) {
    const companyIds = await this.repository.companiesOfPostings(transaction, importId);
    const approved = await this.repository.approveBooths(transaction, fairId, companyIds);
    const chosen = await this.repository.chosenIn(transaction, approved);
    const shown = await this.repository.showImported(transaction, fairId, importId);
    const jobPostingIds = [...chosen, ...shown];
    const approvedIds = approved.map((booth) => booth.companyId);
    await this.tally.move(transaction, fairId, {
      entering: { companyIds: approvedIds, jobPostingIds },
    });
    await this.tally.followHeadcountsIn(transaction);
    return { enteredCompanies: approvedIds.length, enteredJobPostings: jobPostingIds.length };
  }
}

function assertFillable(fair: Fair): void {
  if (!openStatuses.includes(fair.status)) throw new DomainError(FairErrors['fair.over']);
}
