import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Page, PageQuery } from '../../platform/http/page.js';
import { Signals } from '../../platform/realtime/signals.js';
import { FairNoticeRepository } from './fair-notice.repository.js';
import { noticeHintTexts } from './notice-hint.rules.js';
import type { NoticeHints } from './notice-hint.rules.js';
import { noticeSignal } from './notice.rules.js';
import type { Notice } from './notice.rules.js';
import { NoticeQueries } from './notice.queries.js';
import { NoticeRepository } from './notice.repository.js';

@Injectable()
export class NoticeService {
  constructor(
    private readonly repository: NoticeRepository,
    private readonly fairNotices: FairNoticeRepository,
    private readonly queries: NoticeQueries,
    private readonly signals: Signals,
    private readonly audit: Audit,
  ) {}

  /** Tells the applicants that their applications are processed; telling twice changes nothing. */
  async tellProcessed(transaction: Transaction, applicationIds: readonly string[]): Promise<void> {
    await this.hint(transaction, await this.repository.tellProcessed(transaction, applicationIds));
  }

  /** Tells the applicants what employers decided. */
  async tellStatuses(transaction: Transaction, applicationIds: readonly string[]): Promise<void> {
    await this.hint(transaction, await this.repository.tellStatuses(transaction, applicationIds));
  }

  /** Tells everybody who had to do with these fairs that they will not take place. */
  async tellCancelled(transaction: Transaction, fairIds: readonly string[]): Promise<void> {
    await this.hint(transaction, await this.fairNotices.tellCancelled(transaction, fairIds));
  }

  /** Tells companies what the organizer decided about their booths. */
  async tellDecisions(transaction: Transaction, boothIds: readonly string[]): Promise<void> {
    await this.hint(transaction, await this.fairNotices.tellDecisions(transaction, boothIds));
  }

  /** For the record: somebody was not told, and why. */
  async recordUntold(
    transaction: Transaction,
    fact: string,
    subjectId: string,
    reason: string,
  ): Promise<void> {
    await this.audit.record(transaction, null, {
      action: 'notice.untold',
      subjectId,
      details: { fact, reason },
    });
  }

  async list(
    actor: Actor,
    page: PageQuery,
    unreadOnly: boolean,
  ): Promise<Page<Notice> & { unread: number }> {
    const notices = await this.queries.list(actor.userId, page, unreadOnly);
    return { ...notices, unread: await this.queries.countUnread(actor.userId) };
  }

  /** @throws DomainError `resource.not-found`, also for a notice of somebody else */
  async read(actor: Actor, id: string): Promise<Notice> {
    const notice = await this.repository.markRead(actor.userId, id);
    if (!notice) throw new DomainError(PlatformErrors['resource.not-found']);
    return notice;
  }

  async readAll(actor: Actor): Promise<void> {
    await this.repository.markAllRead(actor.userId);
  }

  /** Socket hints leave with the commit of their notices, or not at all. */
  private async hint(transaction: Transaction, notices: readonly NoticeHints[]): Promise<void> {
    await this.signals.send(transaction, noticeSignal, notices.flatMap(noticeHintTexts));
  }
}
