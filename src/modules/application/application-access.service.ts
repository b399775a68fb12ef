import { Injectable } from '@nestjs/common';
import { isOperator, organizationsOf } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Page } from '../../platform/http/page.js';
import { CompanyService } from '../company/index.js';
import { ApplicationQueries } from './application.queries.js';
import type { ApplicationFilter, ApplicationRow, ApplicationScope } from './application.queries.js';

export type ListScope = 'mine' | 'company' | 'fair';

/** Who may read which applications: one's own, those to one's company, those at one's fairs. */
@Injectable()
export class ApplicationAccessService {
  constructor(
    private readonly queries: ApplicationQueries,
    private readonly companies: CompanyService,
  ) {}

  async list(
    actor: Actor,
    scope: ListScope,
    filter: ApplicationFilter,
  ): Promise<Page<ApplicationRow>> {
    return this.queries.list(await this.scopeOf(actor, scope), filter);
  }

  /** @throws DomainError `resource.not-found`, absent and forbidden alike */
  async find(actor: Actor, id: string): Promise<ApplicationRow> {
    for (const scope of scopesOf(actor)) {
      const row = await this.queries.find(await this.scopeOf(actor, scope), id);
      if (row) return row;
    }
    throw new DomainError(PlatformErrors['resource.not-found']);
  }

  /** @throws DomainError `permission.denied` when the actor has no part in this scope */
  async scopeOf(actor: Actor, scope: ListScope): Promise<ApplicationScope> {
    if (!scopesOf(actor).includes(scope)) {
      throw new DomainError(PlatformErrors['permission.denied']);
    }
    const open = { applicantId: null, companyIds: null, organizerIds: null };
    if (scope === 'mine') return { ...open, applicantId: actor.userId };
    if (scope === 'company') return { ...open, companyIds: await this.companyIdsOf(actor) };
    const organizerIds = isOperator(actor) ? null : organizationsOf(actor, 'organizer');
    return { ...open, organizerIds };
  }

  async companyIdsOf(actor: Actor): Promise<string[]> {
    return this.companies.idsOf(actor);
  }
}

function scopesOf(actor: Actor): ListScope[] {
  return [
    'mine',
    ...(actor.permissions.has('application.review') ? (['company'] as const) : []),
    ...(actor.permissions.has('application.oversee') ? (['fair'] as const) : []),
  ];
}
