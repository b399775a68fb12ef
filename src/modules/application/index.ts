/**
 * application: one person applies for one opening.
 *
 * Taken at the speed of a fair's opening (one statement for many callers), judged in slices
 * by the queue, moved on by the company and the applicant. What cannot be processed stays
 * visible as "attention" with its reason.
 *
 * Calls in:  none; modules above listen.
 * Facts out: application.submitted, application.processed, application.status-changed.
 * Facts in:  application.submitted (its own screening). View: reporting.application.
 */
export { ApplicationModule } from './application.module.js';
export { applicationProcessed, applicationStatusChanged } from './application.events.js';
