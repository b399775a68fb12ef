/** How far a mail is, in words that a listing filters by. */
export const mailStates = ['waiting', 'retrying', 'sent', 'given_up'] as const;
export type MailState = (typeof mailStates)[number];
