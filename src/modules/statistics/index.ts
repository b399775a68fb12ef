/**
 * statistics: the figures that organizers publish, one definition each, live on the wall.
 *
 * `statistics.figures.ts` is the list of definitions; every screen, frame and file goes through it,
 * and every answer is of one moment. Counters come from the platform, everything else from the
 * views that the owning modules keep in the schema `reporting`. It listens; nobody imports it.
 *
 * Calls in:  none. Facts in or out: none.
 * Sockets:   `wall.join`, `wall.leave`; `wall.frame` at most once a second.
 */
export { StatisticsModule } from './statistics.module.js';
