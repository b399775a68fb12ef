import { defineFact } from '../../platform/outbox/fact.js';

/** A fair went live, by hand or by its hours. Entity: the fair. */
export const fairOpened = defineFact('fair.opened');

/** A fair is over, by hand or by its hours. Entity: the fair. */
export const fairClosed = defineFact('fair.closed');

/** A fair will not take place; applications stay. Entity: the fair. */
export const fairCancelled = defineFact('fair.cancelled');
