import { Injectable } from '@nestjs/common';
import { reachOf } from '../../platform/auth/actor.js';
import type { Actor, Reach } from '../../platform/auth/actor.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Page } from '../../platform/http/page.js';
import { CompanyService } from '../company/index.js';
import { ApplicationQueries } from './application.queries.js';
import type { ApplicationFilter, ApplicationRow, ApplicationScope } from './application.queries.js';

const listScopes = ['mine', 'company', 'fair'] as const;
export type ListScope = (typeof listScopes)[number];

/** What lets somebody look at applications of others. */
const looking = { company: 'application.review', fair: 'application.oversee' } as const;

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
    for (const scope of listScopes) {
      if (!hasPart(actor, scope)) continue;
      const row = await this.queries.find(await this.scopeOf(actor, scope), id);
      if (row) return row;
    }
    throw new DomainError(PlatformErrors['resource.not-found']);
  }

  /** @throws DomainError `resource.not-found` for all but those who may run it again */
  async assertRetries(actor: Actor, id: string): Promise<void> {
    const scope = await this.scopeOf(actor, 'fair', 'application.retry');
    const row = await this.queries.find(scope, id);
    if (!row) throw new DomainError(PlatformErrors['resource.not-found']);
  }

  /**
   * @param needed what the actor must be allowed there besides looking at them
   * @throws DomainError `permission.denied` when the actor has no part in this scope
   */
  async scopeOf(
    actor: Actor,
    scope: ListScope,
    ...needed: readonly string[]
  ): Promise<ApplicationScope> {
    const open = { applicantId: null, companyIds: null, organizerIds: null };
    if (scope === 'mine') return { ...open, applicantId: actor.userId };
    if (!hasPart(actor, scope, ...needed)) {
      throw new DomainError(PlatformErrors['permission.denied']);
    }
    const permissions = [looking[scope], ...needed];
    if (scope === 'company') {
      const { all, ids } = await this.companies.reachOf(actor, ...permissions);
      return { ...open, companyIds: all ? null : ids };
    }
    const { all, ids } = reachOf(actor, ...permissions);
    return { ...open, organizerIds: all ? null : ids };
  }

  /** The companies whose applications the actor decides on. */
  async reviewed(actor: Actor): Promise<Reach> {
    return this.companies.reachOf(actor, 'application.review');
  }
}

function hasPart(actor: Actor, scope: ListScope, ...needed: readonly string[]): boolean {
  if (scope === 'mine') return true;
  const { all, ids } = reachOf(actor, looking[scope], ...needed);
  return all || ids.length > 0;
}
