import { Choice } from '../../../../platform/http/fields.js';
import { PageQuery } from '../../../../platform/http/page.js';
import { mailStates } from '../mail-message.rules.js';
import type { MailState } from '../mail-message.rules.js';

export class MailMessageListQuery extends PageQuery {
  @Choice(mailStates, { optional: true })
  state?: MailState;
}
