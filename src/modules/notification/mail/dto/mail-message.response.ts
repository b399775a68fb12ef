import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '../../../../platform/http/page.js';
import { mailStates } from '../mail-message.rules.js';
import type { MailState } from '../mail-message.rules.js';

export class MailContentResponse {
  @ApiProperty({ type: String })
  subject: string;

  @ApiProperty({ type: String })
  text: string;
}

export class MailMessageResponse {
  @ApiProperty({ type: String, format: 'uuid' })
  id: string;

  @ApiProperty({ type: String })
  template: string;

  @ApiProperty({ type: String, format: 'uuid' })
  recipientId: string;

  @ApiProperty({ type: String, enum: [...mailStates] })
  state: MailState;

  @ApiProperty({ type: 'integer' })
  attempts: number;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt: string | null;

  /** `null` where SMTP is connected: then only the recipients read their mails. */
  @ApiProperty({ type: MailContentResponse, nullable: true })
  content: MailContentResponse | null;
}

export class MailMessagePage extends PageOf(MailMessageResponse) {}

/** What the response shows of a mail. */
interface Mail extends Omit<MailMessageResponse, 'createdAt' | 'sentAt'> {
  readonly createdAt: Date;
  readonly sentAt: Date | null;
}

export function mailMessageResponse(mail: Mail): MailMessageResponse {
  return {
    id: mail.id,
    template: mail.template,
    recipientId: mail.recipientId,
    state: mail.state,
    attempts: mail.attempts,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString() ?? null,
    content: mail.content,
  };
}
