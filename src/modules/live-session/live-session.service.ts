import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { reachOf } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { FieldFault } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Page } from '../../platform/http/page.js';
import { newId } from '../../platform/ids/new-id.js';
import { CompanyService } from '../company/index.js';
import { LiveSessionAccess } from './live-session-access.js';
import { LiveSessionErrors } from './live-session.errors.js';
import { LiveSessionQueries } from './live-session.queries.js';
import type { LiveSessionFilter } from './live-session.queries.js';
import { LiveSessionRepository } from './live-session.repository.js';
import { scheduleFaults } from './live-session.rules.js';
import type { LiveSession } from './live-session.rules.js';

/** What somebody says of a session that is to come. */
export interface Schedule {
  readonly fairId: string;
  readonly companyId: string | null;
  readonly agendaItemId: string | null;
  readonly title: string;
  readonly titleEn: string | null;
  /** `null`: whoever schedules it. */
  readonly hostId: string | null;
  readonly scheduledStart: Date;
  readonly scheduledEnd: Date;
}

export interface NamedLiveSession extends LiveSession {
  readonly companyName: string | null;
  readonly companyNameEn: string | null;
}

/** Scheduling sessions and looking at them. */
@Injectable()
export class LiveSessionService {
  constructor(
    private readonly database: Database,
    private readonly repository: LiveSessionRepository,
    private readonly queries: LiveSessionQueries,
    private readonly access: LiveSessionAccess,
    private readonly companies: CompanyService,
    private readonly audit: Audit,
  ) {}

  async schedule(actor: Actor, schedule: Schedule): Promise<NamedLiveSession> {
    const fair = await this.access.fairToScheduleIn(actor, schedule.fairId, schedule.companyId);
    const host = await this.access.hostOf(actor, schedule.hostId);
    const faults = [
      ...scheduleFaults(schedule, fair),
      ...(await this.access.placeFaults(schedule)),
      ...(host ? [] : [fault('hostId', LiveSessionErrors['live-session.unknown-host'])]),
    ];
    if (!host || faults.length > 0) {
      throw new DomainError(PlatformErrors['request.invalid'], {}, faults);
    }
    const session = { ...schedule, id: newId(), hostId: host.id, hostName: host.name };
    await this.database.transaction(async (transaction) => {
      await this.access.holdOpen(transaction, actor, schedule.fairId);
      await this.repository.insert(transaction, session);
      await this.audit.record(transaction, actor, {
        action: 'live-session.scheduled',
        subjectId: session.id,
      });
    });
    return this.read(actor, session.id);
  }

  async read(actor: Actor | null, id: string): Promise<NamedLiveSession> {
    const [session] = await this.named([await this.access.visible(actor, id)]);
    if (!session) throw new DomainError(PlatformErrors['resource.not-found']);
    return session;
  }

  async list(actor: Actor | null, filter: LiveSessionFilter): Promise<Page<NamedLiveSession>> {
    const { all, ids } = reachOf(actor, 'fair.preview');
    const page = await this.queries.list({ all, organizerIds: ids }, filter);
    return { ...page, items: await this.named(page.items) };
  }

  private async named(sessions: readonly LiveSession[]): Promise<NamedLiveSession[]> {
    const companies = await this.companies.summariesOf(
      sessions.flatMap((session) => session.companyId ?? []),
    );
    return sessions.map((session) => {
      const company = companies.get(session.companyId ?? '');
      return {
        ...session,
        companyName: company?.legalName ?? null,
        companyNameEn: company?.legalNameEn ?? null,
      };
    });
  }
}

function fault(field: string, code: string): FieldFault {
  return { field, code };
}
