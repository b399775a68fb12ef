import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { FairService } from '../../fair/index.js';
import { JobPostingService } from '../../job-posting/index.js';
import type { JobPostingRow } from '../../job-posting/index.js';
import { FeedRepository } from '../feed/feed.repository.js';
import type { FeedEvent } from '../feed/feed.rules.js';
import { LiveSessionAccess } from '../live-session-access.js';
import { LiveSessionErrors } from '../live-session.errors.js';
import type { LiveSession } from '../live-session.rules.js';
import { CardQueries } from './card.queries.js';

export interface PushedCard {
  readonly event: FeedEvent;
  readonly isRepeat: boolean;
}

/** Openings that a host holds up to the audience while speaking of them. */
@Injectable()
export class CardService {
  constructor(
    private readonly database: Database,
    private readonly feed: FeedRepository,
    private readonly queries: CardQueries,
    private readonly access: LiveSessionAccess,
    private readonly fairs: FairService,
    private readonly jobPostings: JobPostingService,
  ) {}

  /** Pushes a card. One that is shown already stays as it is: withdraw it first to push it anew. */
  async push(actor: Actor, sessionId: string, jobPostingId: string): Promise<PushedCard> {
    const session = await this.access.hosted(actor, sessionId, 'live-session.host');
    const posting = await this.pushable(session, jobPostingId);
    return this.database.transaction(async (transaction) => {
      await this.lockOnAir(transaction, sessionId);
      const shown = await this.feed.currentCard(transaction, sessionId, jobPostingId);
      if (shown) return { event: shown, isRepeat: true };
      const event = await this.feed.append(transaction, sessionId, {
        kind: 'card',
        authorId: actor.userId,
        authorName: actor.name,
        body: cardOf(posting),
      });
      return { event, isRepeat: false };
    });
  }

  /** Withdraws a card. Without such a card nothing changes. */
  async withdraw(actor: Actor, sessionId: string, jobPostingId: string): Promise<void> {
    await this.access.hosted(actor, sessionId, 'live-session.host');
    await this.database.transaction(async (transaction) => {
      await this.lockOnAir(transaction, sessionId);
      await this.withdrawLocked(transaction, sessionId, jobPostingId, actor);
    });
  }

  /** Nobody can apply for these any more, so no session on air holds them up. */
  async withdrawClosed(transaction: Transaction, jobPostingIds: readonly string[]): Promise<void> {
    const cards = await this.queries.shownOnAir(transaction, jobPostingIds);
    for (const { sessionId, jobPostingId } of cards) {
      await this.feed.lock(transaction, sessionId);
      await this.withdrawLocked(transaction, sessionId, jobPostingId, null);
    }
  }

  private async withdrawLocked(
    transaction: Transaction,
    sessionId: string,
    jobPostingId: string,
    actor: Actor | null,
  ): Promise<void> {
    const shown = await this.feed.currentCard(transaction, sessionId, jobPostingId);
    if (!shown) return;
    await this.feed.append(transaction, sessionId, {
      kind: 'card_withdrawn',
      authorId: actor?.userId ?? null,
      authorName: actor?.name ?? null,
      body: { jobPostingId },
    });
  }

  private async lockOnAir(transaction: Transaction, sessionId: string): Promise<void> {
    const status = await this.feed.lock(transaction, sessionId);
    if (status !== 'on_air') throw new DomainError(LiveSessionErrors['live-session.not-on-air']);
  }

  /** What is spoken of must be published already: a session counts as a posting (domain rules §1). */
  private async pushable(session: LiveSession, jobPostingId: string): Promise<JobPostingRow> {
    const { fairId } = session;
    const [placement] = await this.fairs.placementsOf([{ fairId, jobPostingId }]);
    const posting = (await this.jobPostings.byIds([jobPostingId])).get(jobPostingId);
    if (!posting || !placement?.isPlaced) throw refused('live-session.posting-not-in-fair');
    if (posting.status !== 'published') throw refused('live-session.posting-not-published');
    if (session.companyId !== null && session.companyId !== posting.companyId) {
      throw refused('live-session.posting-of-other-company');
    }
    return posting;
  }
}

function refused(code: keyof typeof LiveSessionErrors): DomainError {
  return new DomainError(PlatformErrors['request.invalid'], {}, [{ field: 'jobPostingId', code }]);
}

function cardOf(posting: JobPostingRow): Record<string, unknown> {
  return {
    jobPostingId: posting.id,
    companyId: posting.companyId,
    companyName: posting.companyName,
    companyNameEn: posting.companyNameEn,
    title: posting.title,
    headcount: posting.headcount,
    regionCode: posting.regionCode,
    payMin: posting.payMin,
    payMax: posting.payMax,
    payCurrency: posting.payCurrency,
    payPeriod: posting.payPeriod,
  };
}
