import { defineFact } from '../../platform/outbox/fact.js';

export const CompanyFacts = {
  /** A reviewer decided: verified, sent back, suspended, closed or blacklisted. */
  reviewed: defineFact('company.reviewed'),
  /** It is no longer shown, and neither may be what it offers. */
  hidden: defineFact('company.hidden'),
} as const;
