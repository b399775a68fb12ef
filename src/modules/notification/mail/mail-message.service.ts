import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import type { Page, PageQuery } from '../../../platform/http/page.js';
import { renderMail } from '../../../platform/mail/mail-template.js';
import type { MailText } from '../../../platform/mail/mail-template.js';
import { MailTransport } from '../../../platform/mail/mail-transport.js';
import { IdentityService } from '../../identity/index.js';
import type { Contact } from '../../identity/index.js';
import { MailMessageQueries } from './mail-message.queries.js';
import type { MailMessageRow } from './mail-message.queries.js';
import type { MailState } from './mail-message.rules.js';

export interface ListedMail extends MailMessageRow {
  /** What it says; `null` where mails really leave, because then only their recipients read them. */
  readonly content: MailText | null;
}

/** The mails that were meant to go out: the whole mailbox of an installation without SMTP. */
@Injectable()
export class MailMessageService {
  constructor(
    private readonly queries: MailMessageQueries,
    private readonly transport: MailTransport,
    private readonly identity: IdentityService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list(page: PageQuery, state: MailState | undefined): Promise<Page<ListedMail>> {
    const { items, nextCursor } = await this.queries.list(page, state);
    const contactOf = await this.contactsOf(items);
    return {
      items: items.map((mail) => ({
        ...mail,
        content: this.transport.isConnected
          ? null
          : this.contentOf(mail, contactOf.get(mail.recipientId)),
      })),
      nextCursor,
    };
  }

  private async contactsOf(mails: readonly MailMessageRow[]): Promise<Map<string, Contact>> {
    if (this.transport.isConnected || mails.length === 0) return new Map();
    const contacts = await this.identity.contactsOf(mails.map((mail) => mail.recipientId));
    return new Map(contacts.map((contact) => [contact.userId, contact]));
  }

  private contentOf(mail: MailMessageRow, contact: Contact | undefined): MailText | null {
    try {
      return renderMail(mail.template, contact?.locale ?? 'zh-CN', {
        ...mail.parameters,
        name: contact?.name ?? '',
        publicUrl: this.config.publicUrl,
      });
    } catch {
      // A template of another version of the product: the row is shown, its words are not known.
      return null;
    }
  }
}
