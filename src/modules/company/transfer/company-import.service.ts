import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CsvImporter } from '../../../platform/csv/csv-importer.js';
import type { CsvFile, ImportPlan, ImportReport } from '../../../platform/csv/csv-importer.js';
import { companyFaults, isReviewer, reverifyDate } from '../company.rules.js';
import {
  companyColumns,
  exportOnlyColumns,
  lineContent,
  stagedColumns,
  stagedValues,
} from './company-line.js';
import { CompanyImportRepository } from './company-import.repository.js';
import type { ImportStanding } from './company-import.repository.js';

export const companyImportKind = 'company';

export interface ImportOptions {
  /** Keeps the list of what the file holds, for a module above. */
  readonly keepsItems: boolean;
}

/** Companies by the file. */
@Injectable()
export class CompanyImportService {
  constructor(
    private readonly importer: CsvImporter,
    private readonly repository: CompanyImportRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** New companies are verified at once when the importing person is a reviewer, who vouches for them. */
  async importFile(actor: Actor, file: CsvFile, options: ImportOptions): Promise<ImportReport> {
    const standing = this.standingOf(actor);
    const plan: ImportPlan<typeof companyColumns> = {
      kind: companyImportKind,
      columns: companyColumns,
      ignoredColumns: exportOnlyColumns,
      stagedColumns,
      uniqueBy: ['credit_code'],
      check: (line) => companyFaults(lineContent(line)),
      staged: stagedValues,
      merge: async (transaction, importId) => {
        const counts = await this.repository.merge(transaction, importId, standing);
        if (options.keepsItems) await this.repository.keepItems(transaction, importId);
        await this.audit.record(transaction, actor, {
          action: 'company.imported',
          subjectId: importId,
          details: { ...counts, status: standing.status },
        });
        return counts;
      },
    };
    return this.importer.run(plan, actor, file);
  }

  private standingOf(actor: Actor): ImportStanding {
    if (!isReviewer(actor)) {
      return { status: 'submitted', verifiedAt: null, reverifyBy: null };
    }
    const verifiedAt = this.clock.now();
    return { status: 'verified', verifiedAt, reverifyBy: reverifyDate(verifiedAt) };
  }
}
