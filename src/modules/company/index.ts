/**
 * company: the employer, its legal identity, its verification and its profile.
 *
 * A company is registered by an account or imported by an operator, verified by a reviewer, and
 * verified anew every six months. Who is verified is shown to everybody and may post.
 *
 * Calls in:  CompanyService (names, the caller's own companies, who may post), from every module above.
 * Facts out: company.reviewed (a reviewer decided), company.hidden (it is no longer shown).
 * Facts in:  none. Counters: none. View: reporting.company.
 */
export { CompanyFacts } from './company.events.js';
export { CompanyModule } from './company.module.js';
export type { CompanyStanding, CompanySummary } from './company.queries.js';
export { CompanyService } from './company.service.js';
