import { defineFact } from '../../platform/outbox/fact.js';

/** An application is accepted and durable; the id is the application's. */
export const applicationSubmitted = defineFact('application.submitted');

/** Eligibility and score are known. */
export const applicationProcessed = defineFact('application.processed');

/** Somebody moved it on: viewed, shortlisted, rejected, withdrawn … */
export const applicationStatusChanged = defineFact('application.status-changed');
