import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { LOGGER } from '../../../platform/logging/logger.js';
import type { DueMail } from '../../../platform/mail/mail-outbox.js';
import { renderMail } from '../../../platform/mail/mail-template.js';
import { MailTransport } from '../../../platform/mail/mail-transport.js';
import { IdentityService } from '../../identity/index.js';
import type { Contact } from '../../identity/index.js';
import { MailMessageRepository } from './mail-message.repository.js';
import type { MailSource } from './mail-source.js';
import { NoticeMailRepository } from './notice-mail.repository.js';

/** So few that each is sent well before its lease ends, also by a slow server. */
const mostAtOnce = 8;

/** Sends what waits to be mailed. A mail that fails stays where it is and comes back later. */
@Injectable()
export class MailDeliveryService {
  constructor(
    private readonly messages: MailMessageRepository,
    private readonly notices: NoticeMailRepository,
    private readonly transport: MailTransport,
    private readonly identity: IdentityService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  get canDeliver(): boolean {
    return this.transport.isConnected;
  }

  /**
   * Messages first: somebody waits for the link in them.
   *
   * @returns how many mails were due, sent or not
   */
  async deliverDue(): Promise<number> {
    const messages = await this.deliverFrom(this.messages, mostAtOnce);
    return messages + (await this.deliverFrom(this.notices, mostAtOnce - messages));
  }

  private async deliverFrom(source: MailSource, limit: number): Promise<number> {
    const due = await source.claimDue(limit);
    if (due.length === 0) return 0;
    const contacts = await this.identity.contactsOf(due.map((mail) => mail.recipientId));
    const contactOf = new Map(contacts.map((contact) => [contact.userId, contact]));
    const isSent = await Promise.all(
      due.map((mail) => this.deliver(source, mail, contactOf.get(mail.recipientId))),
    );
    const failed = due.filter((_, index) => !isSent[index]);
    if (failed.length > 0) await source.giveUpHopeless(failed);
    return due.length;
  }

  private async deliver(
    source: MailSource,
    mail: DueMail,
    contact: Contact | undefined,
  ): Promise<boolean> {
    try {
      // A disabled account has no contact; its mails wait in case that it is enabled again.
      if (!contact) throw new Error('Recipient has no address');
      await this.transport.send({
        to: contact.email,
        messageId: this.messageIdOf(mail.key),
        ...this.render(mail, contact),
      });
      await source.markSent(mail);
      return true;
    } catch (error) {
      // Answers of mail servers quote addresses, so only the kind of the fault is logged.
      const fault = (error as { code?: unknown }).code ?? (error as Error).name;
      this.logger.warn({ mailId: mail.id, template: mail.template, fault }, 'mail postponed');
      return false;
    }
  }

  /**
   * The same on every try, so that a receiver drops the copy (RFC 5322 §3.6.4). Hashed, because a
   * key can hold the token of the link that the mail brings, and mail servers log Message-IDs.
   */
  private messageIdOf(key: string): string {
    const unique = createHash('sha256').update(key).digest('hex').slice(0, 40);
    return `<${unique}@${new URL(this.config.publicUrl).hostname}>`;
  }

  private render(mail: DueMail, contact: Contact): { subject: string; text: string } {
    return renderMail(mail.template, contact.locale ?? 'zh-CN', {
      ...mail.parameters,
      name: contact.name,
      publicUrl: this.config.publicUrl,
    });
  }
}
