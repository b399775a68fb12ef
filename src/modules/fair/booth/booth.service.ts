import { Injectable } from '@nestjs/common';
import { mayIn } from '../../../platform/auth/actor.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import type { Page } from '../../../platform/http/page.js';
import { CompanyService } from '../../company/index.js';
import { FairService } from '../fair.service.js';
import { BoothQueries } from './booth.queries.js';
import type { Booth, BoothFilter } from './booth.queries.js';

export interface NamedBooth extends Booth {
  readonly companyName: string;
  readonly companyNameEn: string | null;
}

/** Looking at the booths of a fair. */
@Injectable()
export class BoothService {
  constructor(
    private readonly fairs: FairService,
    private readonly queries: BoothQueries,
    private readonly companies: CompanyService,
  ) {}

  /** Visitors see the booths that take part; a company also its own, the organizer all. */
  async list(actor: Actor | null, fairId: string, filter: BoothFilter): Promise<Page<NamedBooth>> {
    const fair = await this.fairs.read(actor, fairId);
    const all = mayIn(actor, fair.organizerId, 'fair.review-booths');
    const { ids: companyIds } = await this.companies.reachOf(actor, 'booth.edit');
    const page = await this.queries.list(fairId, { all, companyIds }, filter);
    const isInside = (booth: Booth) => all || companyIds.includes(booth.companyId);
    const items = page.items.map((booth) => (isInside(booth) ? booth : withoutReason(booth)));
    return { ...page, items: await this.named(items) };
  }

  /** For those who have just changed it. */
  async read(fairId: string, id: string): Promise<NamedBooth> {
    const booth = await this.queries.find(fairId, id);
    const [named] = booth ? await this.named([booth]) : [];
    if (!named) throw new DomainError(PlatformErrors['resource.not-found']);
    return named;
  }

  private async named(booths: readonly Booth[]): Promise<NamedBooth[]> {
    const companies = await this.companies.summariesOf(booths.map((booth) => booth.companyId));
    return booths.map((booth) => ({
      ...booth,
      companyName: companies.get(booth.companyId)?.legalName ?? '',
      companyNameEn: companies.get(booth.companyId)?.legalNameEn ?? null,
    }));
  }
}

function withoutReason(booth: Booth): Booth {
  return { ...booth, decisionReason: null };
}
