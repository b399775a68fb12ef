import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CsvImporter } from '../../../platform/csv/csv-importer.js';
import type { CsvFile, ImportPlan, ImportReport } from '../../../platform/csv/csv-importer.js';
import type { ImportCounts } from '../../../platform/csv/csv-imports.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import { CompanyService } from '../../company/index.js';
import { JobPostingLedgerService } from '../job-posting-ledger.service.js';
import { jobPostingFaults } from '../job-posting.rules.js';

import {
  exportOnlyColumns,
  jobPostingColumns,
  stagedColumns,
  stagedValues,
} from './job-posting-line.js';
import { JobPostingImportRepository } from './job-posting-import.repository.js';
import type { ImportTally } from './job-posting-import.repository.js';

export const jobPostingImportKind = 'job-posting';

const companiesAtOnce = 5_000;
const factsAtOnce = 10_000;

export interface ImportOptions {
  /** Keeps the list of what the file holds, for a module above. */
  readonly keepsItems: boolean;
}

/** Who imports, and what follows from it for the lines. */
interface Importer {
  readonly actor: Actor;
  /** Only lines about these companies; `null`: about any company. */
  readonly companyIds: ReadonlySet<string> | null;
  /** New postings are published at this moment; `null`: they wait for review. */
  readonly publishAt: Date | null;
}

/** Postings by the file, of one company or of many. */
@Injectable()
export class JobPostingImportService {
  constructor(
    private readonly importer: CsvImporter,
    private readonly repository: JobPostingImportRepository,
    private readonly companies: CompanyService,
    private readonly ledger: JobPostingLedgerService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A reviewer imports for every company and publishes at once; a company only for itself and for review. */
  async importFile(actor: Actor, file: CsvFile, options: ImportOptions): Promise<ImportReport> {
    const now = this.clock.now();
    const isReviewer = actor.everywhere.has('job-posting.review');
    const { ids } = await this.companies.reachOf(actor, 'job-posting.import');
    const importer: Importer = {
      actor,
      companyIds: isReviewer ? null : new Set(ids),
      publishAt: isReviewer ? now : null,
    };
    const plan: ImportPlan<typeof jobPostingColumns> = {
      kind: jobPostingImportKind,
      columns: jobPostingColumns,
      ignoredColumns: exportOnlyColumns,
      stagedColumns,
      uniqueBy: ['credit_code', 'reference'],
      check: (line) => jobPostingFaults(line, now),
      staged: stagedValues,
      merge: async (transaction, importId) => {
        const counts = await this.merge(transaction, importId, importer);
        if (options.keepsItems) await this.repository.keepItems(transaction, importId);
        return counts;
      },
    };
    return this.importer.run(plan, actor, file);
  }

  private async merge(
    transaction: Transaction,
    importId: string,
    importer: Importer,
  ): Promise<ImportCounts> {
    await this.findPosters(transaction, importer);
    await this.repository.match(transaction, importId);
    const { publishAt } = importer;
    const found = await this.repository.found(transaction);
    if (found.fresh > 0) await this.repository.insertNew(transaction, importId, publishAt);
    const fresh = found.fresh > 0 ? await this.repository.tallyOfNew(transaction) : [];
    const steps = found.changed > 0 ? await this.update(transaction, publishAt) : [];
    await this.ledger.count(transaction, [...(publishAt ? fresh : []), ...steps]);
    const created = fresh.reduce((sum, { postings }) => sum + postings, 0);
    const counts = { created, updated: found.changed, unchanged: found.unchanged };
    await this.audit.record(transaction, importer.actor, {
      action: 'job-posting.imported',
      subjectId: importId,
      details: { ...counts, isPublished: publishAt !== null },
    });
    return counts;
  }

  private async findPosters(transaction: Transaction, { companyIds }: Importer): Promise<void> {
    await this.repository.createPosters(transaction);
    let codes: string[] = [];
    do {
      codes = await this.repository.creditCodes(transaction, codes.at(-1) ?? '', companiesAtOnce);
      const standings = await this.companies.standingsByCreditCode(transaction, codes);
      await this.repository.addPosters(
        transaction,
        standings
          .filter(({ id }) => companyIds?.has(id) ?? true)
          .map(({ id, creditCode, mayPost }) => ({ companyId: id, creditCode, mayPost })),
      );
    } while (codes.length === companiesAtOnce);
  }

  private async update(transaction: Transaction, publishAt: Date | null): Promise<ImportTally[]> {
    await this.repository.holdChanged(transaction);
    await this.repository.updateChanged(transaction, publishAt);
    await this.tellSteps(transaction);
    return this.repository.tallyOfChanged(transaction);
  }

  private async tellSteps(transaction: Transaction): Promise<void> {
    for (const opened of [true, false]) {
      let ids: string[] = [];
      do {
        ids = await this.repository.stepped(transaction, opened, ids.at(-1) ?? null, factsAtOnce);
        await this.ledger.tell(transaction, opened ? ids : [], opened ? [] : ids);
      } while (ids.length === factsAtOnce);
    }
  }
}
