import { Injectable } from '@nestjs/common';
import { organizationsOf, reachOf } from '../../platform/auth/actor.js';
import type { Actor, Reach } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { CsvFile, ImportReport } from '../../platform/csv/csv-importer.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Page } from '../../platform/http/page.js';
import { CompanyQueries } from './company.queries.js';
import type { CompanyFilter, CompanyStanding, CompanySummary } from './company.queries.js';
import { CompanyErrors } from './company.errors.js';
import { isReviewer, isVisible, mayPost, seesInside } from './company.rules.js';
import type { Company } from './company.rules.js';
import { CompanyImportService } from './transfer/company-import.service.js';

/** Looking at companies, and what the modules above ask of them. */
@Injectable()
export class CompanyService {
  constructor(
    private readonly queries: CompanyQueries,
    private readonly imports: CompanyImportService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `resource.not-found` also for a company that the reader may not see */
  async read(actor: Actor | null, id: string): Promise<Company> {
    const company = await this.queries.find(id);
    if (!company || !(isVisible(company.status) || seesInside(actor, company))) {
      throw new DomainError(PlatformErrors['resource.not-found']);
    }
    return company;
  }

  async list(actor: Actor | null, filter: CompanyFilter): Promise<Page<CompanySummary>> {
    const inside = { all: isReviewer(actor), ids: reachOf(actor, 'company.read-own').ids };
    return this.queries.list(inside, filter);
  }

  /** Names and codes by id; an id that does not exist is missing. */
  async summariesOf(ids: readonly string[]): Promise<Map<string, CompanySummary>> {
    const summaries = ids.length > 0 ? await this.queries.summariesOf(ids) : [];
    return new Map(summaries.map((summary) => [summary.id, summary]));
  }

  /** The companies in whose organizations the actor may do all of this. */
  async reachOf(actor: Actor | null, ...permissions: readonly string[]): Promise<Reach> {
    const { all, ids } = reachOf(actor, ...permissions);
    return { all, ids: await this.queries.idsOf(ids) };
  }

  /** The companies that the actor works for in whatever role: nobody judges the own employer. */
  async idsOf(actor: Actor): Promise<string[]> {
    return this.queries.idsOf(organizationsOf(actor, 'employer'));
  }

  /**
   * Holds the company verified until the transaction ends.
   *
   * @throws DomainError `resource.not-found`, `company.not-verified`
   */
  async assertMayPost(transaction: Transaction, id: string): Promise<void> {
    const standing = await this.queries.standingOf(transaction, id);
    if (!standing) throw new DomainError(PlatformErrors['resource.not-found']);
    if (!mayPost(standing, this.clock.now())) {
      throw new DomainError(CompanyErrors['company.not-verified']);
    }
  }

  /** Which companies stand behind credit codes and whether they may post, for many at once. */
  async standingsByCreditCode(
    transaction: Transaction,
    creditCodes: readonly string[],
  ): Promise<(CompanyStanding & { readonly mayPost: boolean })[]> {
    const now = this.clock.now();
    const standings = await this.queries.standingsByCreditCode(transaction, creditCodes);
    return standings.map((standing) => ({ ...standing, mayPost: mayPost(standing, now) }));
  }

  /**
   * Imports a file of companies, as POST /company-imports does, and keeps the list of what it
   * holds in `reporting.company_import_item` for a day, by the id of the import.
   */
  async importFile(actor: Actor, file: CsvFile): Promise<ImportReport> {
    return this.imports.importFile(actor, file, { keepsItems: true });
  }
}
