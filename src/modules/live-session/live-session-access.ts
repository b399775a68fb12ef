import { Injectable } from '@nestjs/common';
import { mayIn, reaches } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { FieldFault } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { CompanyService } from '../company/index.js';
import { FairService, openStatuses } from '../fair/index.js';
import type { Fair } from '../fair/index.js';
import { IdentityService } from '../identity/index.js';
import { LiveSessionErrors } from './live-session.errors.js';
import { LiveSessionQueries } from './live-session.queries.js';
import type { LiveSession } from './live-session.rules.js';

/** What somebody may do for a company on stage, or for the organizer. */
export type LiveSessionPermission =
  'live-session.host' | 'live-session.manage' | 'live-session.moderate';

/** Who may watch a session and who may run it; for everybody else it does not exist. */
@Injectable()
export class LiveSessionAccess {
  constructor(
    private readonly queries: LiveSessionQueries,
    private readonly fairs: FairService,
    private readonly companies: CompanyService,
    private readonly identity: IdentityService,
  ) {}

  /** Who sees the fair sees its sessions. */
  async visible(actor: Actor | null, id: string): Promise<LiveSession> {
    const session = await this.queries.find(id);
    if (!session) throw new DomainError(PlatformErrors['resource.not-found']);
    await this.fairs.read(actor, session.fairId);
    return session;
  }

  /** Its host, the staff of its company and the organizer of the fair run a session. */
  async hosted(actor: Actor, id: string, permission: LiveSessionPermission): Promise<LiveSession> {
    const session = await this.visible(actor, id);
    if (session.hostId === actor.userId) return session;
    const fair = await this.fairs.read(actor, session.fairId);
    await this.assertSpeaksFor(actor, permission, fair, session.companyId);
    return session;
  }

  /** The fair in which the actor may schedule a session for this company, or for the organizer. */
  async fairToScheduleIn(actor: Actor, fairId: string, companyId: string | null): Promise<Fair> {
    const fair = await this.fairs.read(actor, fairId);
    await this.assertSpeaksFor(actor, 'live-session.manage', fair, companyId);
    assertOpen(fair);
    return fair;
  }

  /** Keeps the fair open until the transaction ends, so that its end meets every session. */
  async holdOpen(transaction: Transaction, actor: Actor, fairId: string): Promise<void> {
    assertOpen(await this.fairs.hold(transaction, actor, fairId));
  }

  /** The same for a fair that has to be on. */
  async holdLive(transaction: Transaction, actor: Actor, fairId: string): Promise<void> {
    const fair = await this.fairs.hold(transaction, actor, fairId);
    if (fair.status !== 'live') {
      throw new DomainError(LiveSessionErrors['live-session.fair-not-live']);
    }
  }

  /** Whether the company and the agenda item that a session names are in its fair. */
  async placeFaults(place: {
    readonly fairId: string;
    readonly companyId: string | null;
    readonly agendaItemId: string | null;
  }): Promise<FieldFault[]> {
    const found = await this.fairs.contains(place);
    return [
      ...(found.company
        ? []
        : [{ field: 'companyId', code: LiveSessionErrors['live-session.company-not-in-fair'] }]),
      ...(found.agendaItem
        ? []
        : [{ field: 'agendaItemId', code: LiveSessionErrors['live-session.unknown-agenda-item'] }]),
    ];
  }

  /** The account that hosts a session, with the name that its audience sees. */
  async hostOf(
    actor: Actor,
    hostId: string | null,
  ): Promise<{ id: string; name: string } | undefined> {
    if (hostId === null || hostId === actor.userId) return { id: actor.userId, name: actor.name };
    const [contact] = await this.identity.contactsOf([hostId]);
    return contact && { id: contact.userId, name: contact.name };
  }

  /** The organizer speaks for everybody in the fair, a company's staff for their company. */
  private async assertSpeaksFor(
    actor: Actor,
    permission: LiveSessionPermission,
    fair: Fair,
    companyId: string | null,
  ): Promise<void> {
    if (mayIn(actor, fair.organizerId, permission)) return;
    if (reaches(await this.companies.reachOf(actor, permission), companyId)) return;
    throw new DomainError(PlatformErrors['resource.not-found']);
  }
}

function assertOpen(fair: Fair): void {
  if (openStatuses.includes(fair.status)) return;
  throw new DomainError(LiveSessionErrors['live-session.fair-over']);
}
