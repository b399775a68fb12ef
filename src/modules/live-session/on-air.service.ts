import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { FeedRepository } from './feed/feed.repository.js';
import { LiveSessionAccess } from './live-session-access.js';
import { LiveSessionErrors } from './live-session.errors.js';
import { LiveSessionRepository } from './live-session.repository.js';
import { canMoveLiveSession, statusAfterFair } from './live-session.rules.js';
import type { LiveSessionStatus } from './live-session.rules.js';
import { LiveSessionService } from './live-session.service.js';
import type { NamedLiveSession } from './live-session.service.js';

/** Going on air and leaving it. Every step stands in the feed, so the audience sees it at once. */
@Injectable()
export class OnAirService {
  constructor(
    private readonly database: Database,
    private readonly repository: LiveSessionRepository,
    private readonly feed: FeedRepository,
    private readonly access: LiveSessionAccess,
    private readonly sessions: LiveSessionService,
    private readonly audit: Audit,
  ) {}

  async move(actor: Actor, id: string, to: LiveSessionStatus): Promise<NamedLiveSession> {
    const session = await this.access.hosted(actor, id, 'live-session.host');
    await this.database.transaction(async (transaction) => {
      if (to === 'on_air') await this.access.holdLive(transaction, actor, session.fairId);
      const from = (await this.feed.lock(transaction, id)) ?? session.status;
      if (!canMoveLiveSession(from, to)) {
        throw new DomainError(LiveSessionErrors['live-session.transition-refused']);
      }
      await this.enter(transaction, id, to);
      await this.audit.record(transaction, actor, {
        action: 'live-session.moved',
        subjectId: id,
        details: { from, to },
      });
    });
    return this.sessions.read(actor, id);
  }

  /** Nothing goes on after its fair: what is on air ends, what was to come is cancelled. */
  async finishWithFairs(transaction: Transaction, fairIds: readonly string[]): Promise<void> {
    for (const { id, status } of await this.repository.lockUnfinished(transaction, fairIds)) {
      await this.enter(transaction, id, statusAfterFair(status));
    }
  }

  private async enter(transaction: Transaction, id: string, to: LiveSessionStatus): Promise<void> {
    await this.repository.setStatus(transaction, id, to);
    await this.feed.append(transaction, id, {
      kind: 'status',
      authorId: null,
      authorName: null,
      body: { status: to },
    });
  }
}
