import { defineFact } from '../../platform/outbox/fact.js';

export const JobPostingFacts = {
  /** It can be applied for. New postings of an import are not told one by one. */
  published: defineFact('job-posting.published'),
  /** It can no longer be applied for. */
  closed: defineFact('job-posting.closed'),
} as const;
