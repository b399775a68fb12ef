import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { StatisticsQueries } from './statistics.queries.js';
import { maySeeCompany, maySeeFair, mayOversee } from './statistics.rules.js';
import type { CompanyFace, FairFace, OverseeingPermission, Scope } from './statistics.rules.js';

/** Whose figures somebody may see. Absent and forbidden look the same: `resource.not-found`. */
@Injectable()
export class StatisticsAccess {
  constructor(private readonly queries: StatisticsQueries) {}

  /** A fair whose totals the actor, or a visitor, may see. */
  async fair(actor: Actor | null, id: string): Promise<FairFace> {
    const fair = await this.queries.fair(id);
    if (!fair || !maySeeFair(actor, fair)) throw notFound();
    return fair;
  }

  /** A fair of which the actor may see the numbers of single companies. */
  async overseenFair(
    actor: Actor,
    id: string,
    permission: OverseeingPermission,
  ): Promise<FairFace> {
    const fair = await this.queries.fair(id);
    if (!fair || !mayOversee(actor, fair, permission)) throw notFound();
    return fair;
  }

  async company(actor: Actor, id: string): Promise<CompanyFace> {
    const company = await this.queries.company(id);
    if (!company || !maySeeCompany(actor, company)) throw notFound();
    return company;
  }

  /** Whether the scope's totals may stand on a wall that this person, or a visitor, looks at. */
  async assertPublic(actor: Actor | null, scope: Scope): Promise<void> {
    if (scope.kind === 'fair') await this.fair(actor, scope.id);
  }
}

function notFound(): DomainError {
  return new DomainError(PlatformErrors['resource.not-found']);
}
