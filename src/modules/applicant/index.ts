/**
 * applicant: the jobseeker's profile, résumé and expectations.
 *
 * A profile belongs to one account; nobody else reads it here. Name and e-mail are the account's.
 *
 * Calls in:  ApplicantService.forMatching (profiles without name, contact and résumé), from every
 *            module above.
 * Facts out: none. Facts in: none. Counters: none. View: reporting.applicant.
 */
export { ApplicantModule } from './applicant.module.js';
export type { MatchingProfile } from './applicant.rules.js';
export { ApplicantService } from './applicant.service.js';
