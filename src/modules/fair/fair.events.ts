import { defineFact } from '../../platform/outbox/fact.js';

export const FairFacts = {
  /** A fair went live, by hand or by its hours. */
  opened: defineFact('fair.opened'),
  /** A fair is over, by hand or by its hours. */
  closed: defineFact('fair.closed'),
  /** A fair will not take place; applications stay. */
  cancelled: defineFact('fair.cancelled'),
  /** The organizer decided about a booth; the id is the booth's. */
  boothDecided: defineFact('fair.booth-decided'),
} as const;
