import type { DueMail } from '../../../platform/mail/mail-outbox.js';

/** Where mails wait until they are sent. */
export interface MailSource {
  /** Takes mails to send now; a mail that is not confirmed in time is tried again. */
  claimDue(limit: number): Promise<DueMail[]>;
  markSent(mail: DueMail): Promise<void>;
  /** Stops trying those that failed too often: no endless retry, and a person sees them. */
  giveUpHopeless(mails: readonly DueMail[]): Promise<void>;
}
