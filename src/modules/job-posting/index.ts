/**
 * job-posting: what a company offers; its content, review, publication and end.
 *
 * Only verified companies post, and only for themselves. What was reviewed and changes is reviewed
 * again; what is past its validity is closed from that very moment (`statusAt`).
 *
 * Calls in:  JobPostingService (lists, intake and matching data, imports), from every module above.
 * Facts out: job-posting.published, job-posting.closed. An import tells them of postings that were
 *            there before; new ones stand in reporting.job_posting_import_item.
 * Facts in:  company.hidden (its postings are paused).
 * Counters:  postings.open and headcount.open of company:<id>.
 * Views:     reporting.job_posting, reporting.job_posting_import_item.
 */
export { JobPostingFacts } from './job-posting.events.js';
export { JobPostingModule } from './job-posting.module.js';
export type { JobPostingFilter, JobPostingRow } from './job-posting.queries.js';
export type { JobPostingStatus } from './job-posting.rules.js';
export { JobPostingService } from './job-posting.service.js';
export type { IntakePosting, MatchingPosting } from './job-posting.service.js';
export type { Question } from './question.rules.js';
