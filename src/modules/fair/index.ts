/**
 * fair: the event, its hours and agenda, the booths in it and the openings that they show.
 *
 * An organizer plans a fair, takes companies into booths (one by one or by file), opens and
 * closes it by hand or by its hours, and reports on it.
 *
 * Calls in:  FairService (who may see or organize a fair, what is placed in it), from above.
 * Facts out: fair.opened, fair.closed, fair.cancelled, fair.booth-decided.
 * Facts in:  company.hidden (its booths go dark).
 * Counters:  fairs, companies, postings, headcount, views, visitors of a fair and of the season;
 *            postings and headcount of a company.
 * Views:     reporting.fair, reporting.booth, reporting.booth_posting, reporting.placement,
 *            reporting.fair_visitor.
 */
export { FairFacts } from './fair.events.js';
export { FairModule } from './fair.module.js';
export { maySeeFair, openStatuses } from './fair.rules.js';
export type { Fair, FairStatus } from './fair.rules.js';
export { FairService } from './fair.service.js';
export type { Placement, PlacementQuestion } from './opening/opening.queries.js';
