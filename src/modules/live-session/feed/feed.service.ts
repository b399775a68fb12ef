import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { MicroBatcher } from '../../../platform/batching/micro-batcher.js';
import { isPostgresInputFault } from '../../../platform/batching/postgres-input-fault.js';
import { Database } from '../../../platform/database/database.js';
import { isUniqueViolation } from '../../../platform/database/database-errors.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../platform/errors/platform.errors.js';
import { LiveSessionAccess } from '../live-session-access.js';
import { LiveSessionErrors } from '../live-session.errors.js';
import { ChatAllowances } from './chat-allowances.js';
import { FeedQueries } from './feed.queries.js';
import { FeedRepository } from './feed.repository.js';
import type { ChatMessage, ChatOutcome } from './feed.repository.js';
import { frameEvery, noCounters, sliceAfter } from './feed.rules.js';
import type { FeedCounters, FeedEvent, FeedSlice } from './feed.rules.js';

export interface Said {
  readonly seq: number;
  readonly isRepeat: boolean;
}

/** What people say in a session, and reading the feed. */
@Injectable()
export class FeedService implements OnApplicationShutdown {
  private lastSaidAt = -Infinity;
  /**
   * Nobody sees a message before the next frame, so those of a conversation wait for it and share
   * a statement: a quarter of what Postgres spent on them. A lone message waits for nothing.
   */
  private readonly chats = new MicroBatcher<ChatMessage, ChatOutcome>(
    (messages) => this.appendChats(messages),
    { isInputFault: isPostgresInputFault, waitsForFlush: () => this.isConversation() },
  );

  constructor(
    private readonly database: Database,
    private readonly repository: FeedRepository,
    private readonly queries: FeedQueries,
    private readonly access: LiveSessionAccess,
    private readonly allowances: ChatAllowances,
    private readonly audit: Audit,
  ) {}

  /**
   * Says something in a session that is on air. When it returns, the message is committed;
   * the same `clientKey` again gives the place of the first time.
   *
   * @throws DomainError of `LiveSessionErrors`; `OverloadedError`
   */
  async say(actor: Actor, sessionId: string, text: string, clientKey: string): Promise<Said> {
    if (!this.allowances.spend(actor.userId)) {
      throw new DomainError(LiveSessionErrors['live-session.too-fast'], { retryAfterSeconds: 1 });
    }
    const { userId: authorId, name: authorName } = actor;
    const message = { sessionId, authorId, authorName, text, clientKey };
    const { seq, isRepeat } = await this.chats.submit(message);
    if (seq !== null) return { seq, isRepeat };
    // Whoever may not see the session does not learn that it exists.
    await this.access.visible(actor, sessionId);
    throw new DomainError(LiveSessionErrors['live-session.not-on-air']);
  }

  /** Writes what waits for the next frame; resolves when it is there to be read. */
  async writeWaiting(): Promise<void> {
    await this.chats.flush();
  }

  /** A word of those who run the session, to all who watch it. */
  async announce(actor: Actor, sessionId: string, text: string): Promise<FeedEvent> {
    await this.access.hosted(actor, sessionId, 'live-session.moderate');
    return this.database.transaction(async (transaction) => {
      const status = await this.repository.lock(transaction, sessionId);
      if (status !== 'on_air') throw new DomainError(LiveSessionErrors['live-session.not-on-air']);
      return this.repository.append(transaction, sessionId, {
        kind: 'notice',
        authorId: actor.userId,
        authorName: actor.name,
        body: { text },
      });
    });
  }

  async eventsAfter(
    actor: Actor | null,
    sessionId: string,
    since: number,
    limit: number,
  ): Promise<FeedSlice & { readonly counters: FeedCounters }> {
    await this.access.visible(actor, sessionId);
    const [events, counters] = await Promise.all([
      this.queries.eventsAfter(sessionId, since, limit),
      this.queries.countersOf([sessionId]),
    ]);
    return { ...sliceAfter(since, events), counters: counters.get(sessionId) ?? noCounters };
  }

  /** Removes a message or a notice for everybody. Removing it again changes nothing. */
  async remove(actor: Actor, sessionId: string, seq: number): Promise<void> {
    await this.access.hosted(actor, sessionId, 'live-session.moderate');
    await this.database.transaction(async (transaction) => {
      await this.repository.lock(transaction, sessionId);
      if (!(await this.repository.hasMessage(transaction, sessionId, seq))) {
        throw new DomainError(PlatformErrors['resource.not-found']);
      }
      if (!(await this.repository.blank(transaction, sessionId, seq))) return;
      await this.repository.append(transaction, sessionId, {
        kind: 'removed',
        authorId: actor.userId,
        authorName: null,
        body: { seq },
      });
      await this.audit.record(transaction, actor, {
        action: 'live-session.message-removed',
        subjectId: sessionId,
        details: { seq },
      });
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.chats.close();
  }

  private isConversation(): boolean {
    const now = performance.now();
    const pause = now - this.lastSaidAt;
    this.lastSaidAt = now;
    return pause < frameEvery;
  }

  private async appendChats(messages: readonly ChatMessage[]): Promise<ChatOutcome[]> {
    try {
      return await this.repository.appendChats(messages);
    } catch (error) {
      // Another process took one of these keys while we waited; nothing of ours was written.
      if (!isUniqueViolation(error, 'live_session_event_client_key')) throw error;
      return this.repository.appendChats(messages);
    }
  }
}
