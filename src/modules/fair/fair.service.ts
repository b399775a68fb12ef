import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { mayIn, organizationsOf, reaches, reachOf } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { isForeignKeyViolation } from '../../platform/database/database-errors.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Page } from '../../platform/http/page.js';
import { newId } from '../../platform/ids/new-id.js';
import { FairErrors, refuse } from './fair.errors.js';
import { FairQueries } from './fair.queries.js';
import type { FairFilter, FairPlace } from './fair.queries.js';
import { FairRepository } from './fair.repository.js';
import type { FairContent } from './fair.repository.js';
import { contentFaults, maySeeFair, openStatuses } from './fair.rules.js';
import type { Fair } from './fair.rules.js';
import { OpeningQueries } from './opening/opening.queries.js';
import type { Placement, PlacementQuestion } from './opening/opening.queries.js';

/** What somebody may do for the organizer of a fair. */
export type FairPermission = 'fair.manage' | 'fair.review-booths';

/** Planning a fair and looking at it. */
@Injectable()
export class FairService {
  constructor(
    private readonly database: Database,
    private readonly repository: FairRepository,
    private readonly queries: FairQueries,
    private readonly openings: OpeningQueries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, organizerId: string | undefined, content: FairContent): Promise<Fair> {
    const fair = { id: newId(), organizerId: organizerFor(actor, organizerId), ...content };
    refuse(contentFaults(fair));
    try {
      await this.database.transaction(async (transaction) => {
        await this.repository.insert(transaction, fair);
        await this.audit.record(transaction, actor, { action: 'fair.created', subjectId: fair.id });
      });
    } catch (error) {
      throw isForeignKeyViolation(error) ? unknownOrganizer() : error;
    }
    return this.read(actor, fair.id);
  }

  /** Changes the content that is given; what is left out stays. */
  async edit(
    actor: Actor,
    id: string,
    expectedVersion: number,
    changes: Partial<FairContent>,
  ): Promise<Fair> {
    await this.database.transaction(async (transaction) => {
      const fair = await this.lockOrganized(transaction, actor, id, 'fair.manage');
      if (fair.version !== expectedVersion) {
        throw new DomainError(PlatformErrors['resource.changed']);
      }
      const content = { ...fair, ...changes };
      assertEditable(fair, content, this.clock.now());
      if (await this.repository.hasAgendaOutside(transaction, id, content)) {
        throw new DomainError(FairErrors['fair.agenda-outside']);
      }
      await this.repository.save(transaction, id, content);
      await this.audit.record(transaction, actor, { action: 'fair.edited', subjectId: id });
    });
    return this.read(actor, id);
  }

  /** @throws DomainError `resource.not-found` also for a fair that the reader may not see yet */
  async read(actor: Actor | null, id: string): Promise<Fair> {
    const fair = await this.queries.find(id, this.clock.now());
    if (!fair || !maySeeFair(actor, fair)) {
      throw new DomainError(PlatformErrors['resource.not-found']);
    }
    return fair;
  }

  async list(actor: Actor | null, filter: FairFilter): Promise<Page<Fair>> {
    const { all, ids } = reachOf(actor, 'fair.preview');
    return this.queries.list({ all, organizerIds: ids }, filter, this.clock.now());
  }

  /** A fair for those who may do this for its organizer; for everybody else it does not exist. */
  async organized(actor: Actor, id: string, permission: FairPermission): Promise<Fair> {
    return granted(actor, permission, await this.read(actor, id));
  }

  /** Locks a fair for a change by those who may do this for its organizer. */
  async lockOrganized(
    transaction: Transaction,
    actor: Actor,
    id: string,
    permission: FairPermission,
  ): Promise<Fair> {
    return granted(actor, permission, await this.lockVisible(transaction, actor, id));
  }

  /** Locks a fair for a change by others who take part in it, such as a company's staff. */
  async lockVisible(transaction: Transaction, actor: Actor, id: string): Promise<Fair> {
    const fair = await this.repository.lock(transaction, id, this.clock.now());
    if (!fair || !maySeeFair(actor, fair)) {
      throw new DomainError(PlatformErrors['resource.not-found']);
    }
    return fair;
  }

  /** A fair as it stays until the transaction ends: whoever would close it waits. */
  async hold(transaction: Transaction, actor: Actor, id: string): Promise<Fair> {
    const fair = await this.repository.hold(transaction, id, this.clock.now());
    if (!fair || !maySeeFair(actor, fair)) {
      throw new DomainError(PlatformErrors['resource.not-found']);
    }
    return fair;
  }

  /** Whether a company takes part in a fair and an agenda item is its own; `null` always is. */
  async contains(place: FairPlace): Promise<{ company: boolean; agendaItem: boolean }> {
    return this.queries.contains(place);
  }

  /**
   * For each opening in a fair: whether it is shown there and whether the fair takes
   * applications now. Answers come in the order of the questions, from one statement.
   */
  async placementsOf(questions: readonly PlacementQuestion[]): Promise<Placement[]> {
    return this.openings.placementsOf(questions, this.clock.now());
  }
}

function granted(actor: Actor, permission: FairPermission, fair: Fair): Fair {
  if (mayIn(actor, fair.organizerId, permission)) return fair;
  throw new DomainError(PlatformErrors['resource.not-found']);
}

function organizerFor(actor: Actor, asked: string | undefined): string {
  const managed = reachOf(actor, 'fair.manage');
  const own = [...organizationsOf(actor, 'organizer'), ...organizationsOf(actor, 'operator')];
  const organizerId = asked ?? own.find((id) => reaches(managed, id));
  if (organizerId === undefined || !reaches(managed, organizerId)) throw unknownOrganizer();
  return organizerId;
}

function unknownOrganizer(): DomainError {
  return new DomainError(PlatformErrors['request.invalid'], {}, [
    { field: 'organizerId', code: FairErrors['fair.unknown-organizer'] },
  ]);
}

function assertEditable(fair: Fair, content: FairContent, now: Date): void {
  if (!openStatuses.includes(fair.status)) throw new DomainError(FairErrors['fair.over']);
  const movesOpening = content.opensAt.getTime() !== fair.opensAt.getTime();
  if (fair.status === 'live' && movesOpening) {
    throw new DomainError(FairErrors['fair.already-open']);
  }
  const movesClosing = content.closesAt.getTime() !== fair.closesAt.getTime();
  refuse([
    ...contentFaults(content),
    ...(movesClosing && content.closesAt <= now
      ? [{ field: 'closesAt', code: FairErrors['fair.ends-in-past'] }]
      : []),
  ]);
}
