import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { Actor } from '../../platform/auth/actor.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import type { Page, PageQuery } from '../../platform/http/page.js';
import { MailOutbox } from '../../platform/mail/mail-outbox.js';
import type { MailIntent } from '../../platform/mail/mail-outbox.js';
import { Signals } from '../../platform/realtime/signals.js';
import { packHints } from './notice-hint.rules.js';
import { mailTemplateOf, noticeSignal } from './notice.rules.js';
import type { Notice } from './notice.rules.js';
import { NoticeQueries } from './notice.queries.js';
import { NoticeRepository } from './notice.repository.js';
import type { NewNotice } from './notice.repository.js';

/** Postgres takes 7,900 bytes in one notification, the name of the signal among them. */
const longestSignal = 7_800;

@Injectable()
export class NoticeService {
  constructor(
    private readonly repository: NoticeRepository,
    private readonly queries: NoticeQueries,
    private readonly mails: MailOutbox,
    private readonly signals: Signals,
    private readonly audit: Audit,
  ) {}

  /** Tells the applicants that their applications are processed; telling twice changes nothing. */
  async tellProcessed(transaction: Transaction, applicationIds: readonly string[]): Promise<void> {
    await this.spread(
      transaction,
      await this.repository.insertProcessed(transaction, applicationIds),
    );
  }

  /** Tells the applicants what employers decided. */
  async tellStatuses(transaction: Transaction, applicationIds: readonly string[]): Promise<void> {
    await this.spread(
      transaction,
      await this.repository.insertStatuses(transaction, applicationIds),
    );
  }

  /** For the record: somebody was not told, and why. */
  async recordUntold(
    transaction: Transaction,
    fact: string,
    applicationId: string,
    reason: string,
  ): Promise<void> {
    await this.audit.record(transaction, null, {
      action: 'notice.untold',
      subjectId: applicationId,
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

  /** Mail intents and socket hints leave with the transaction of the notices, or not at all. */
  private async spread(transaction: Transaction, notices: readonly NewNotice[]): Promise<void> {
    if (notices.length === 0) return;
    const intents = notices.flatMap(mailOf);
    if (intents.length > 0) await this.mails.add(transaction, intents);
    for (const [kind, ofKind] of byKind(notices)) {
      for (const hints of packHints(kind, ofKind, longestSignal)) {
        await this.signals.send(transaction, noticeSignal, hints);
      }
    }
  }
}

function mailOf({ kind, recipientId, subjectId, params }: NewNotice): MailIntent[] {
  const template = mailTemplateOf(kind);
  if (template === null) return [];
  const key = `${kind.replace('.', '-')}:${subjectId}`;
  return [{ key, recipientId, template, parameters: params }];
}

function byKind(notices: readonly NewNotice[]): Map<string, NewNotice[]> {
  const kinds = new Map<string, NewNotice[]>();
  for (const notice of notices) {
    const known = kinds.get(notice.kind);
    if (known) known.push(notice);
    else kinds.set(notice.kind, [notice]);
  }
  return kinds;
}
