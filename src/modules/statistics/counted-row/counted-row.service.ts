import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../../platform/http/page.js';
import type { Page, PageQuery } from '../../../platform/http/page.js';
import { CountedRowQueries } from './counted-row.queries.js';
import type {
  CountedApplicant,
  CountedCompany,
  CountedOpening,
  ApplicantFilter,
} from './counted-row.queries.js';
import { StatisticsAccess } from '../statistics-access.js';

const everybody: ApplicantFilter = { fairId: null, companyId: null };

/** The lists that numbers open where no other module has one. */
@Injectable()
export class CountedRowService {
  constructor(
    private readonly queries: CountedRowQueries,
    private readonly access: StatisticsAccess,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async companies(page: PageQuery): Promise<Page<CountedCompany>> {
    return paged(page, (after, limit) => this.queries.companies(after, limit));
  }

  async openings(page: PageQuery): Promise<Page<CountedOpening>> {
    return paged(page, (after, limit) => this.queries.openings(null, after, limit));
  }

  async openingsOfCompany(
    actor: Actor,
    companyId: string,
    page: PageQuery,
  ): Promise<Page<CountedOpening>> {
    await this.access.company(actor, companyId);
    return paged(page, (after, limit) => this.queries.openings(companyId, after, limit));
  }

  async applicants(page: PageQuery): Promise<Page<CountedApplicant>> {
    return this.applicantsOf(everybody, page);
  }

  async applicantsOfFair(
    actor: Actor,
    fairId: string,
    { companyId = null, ...page }: PageQuery & { companyId?: string | null },
  ): Promise<Page<CountedApplicant>> {
    await this.access.overseenFair(actor, fairId, 'statistics.read');
    return this.applicantsOf({ fairId, companyId }, page);
  }

  async applicantsOfCompany(
    actor: Actor,
    companyId: string,
    page: PageQuery,
  ): Promise<Page<CountedApplicant>> {
    await this.access.company(actor, companyId);
    return this.applicantsOf({ ...everybody, companyId }, page);
  }

  /** A key for each list, so that nobody can follow a person from one list to another. */
  private async applicantsOf(
    filter: ApplicantFilter,
    page: PageQuery,
  ): Promise<Page<CountedApplicant>> {
    const key = createHmac('sha256', this.config.authSecret)
      .update(`statistics.applicants ${filter.fairId} ${filter.companyId}`)
      .digest('hex');
    return paged(page, (after, limit) => this.queries.applicants(filter, key, after, limit));
  }
}

async function paged<Row extends { readonly id: string }>(
  { limit = defaultPageSize, cursor }: PageQuery,
  read: (afterId: string | null, limit: number) => Promise<Row[]>,
): Promise<Page<Row>> {
  const [after = null] = decodeCursor(cursor, 1) ?? [];
  const rows = await read(after, limit + 1);
  return pageOf(
    rows,
    limit,
    (row) => [row.id],
    (row) => row,
  );
}
