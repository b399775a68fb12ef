import pino from 'pino';
import type { Logger } from 'pino';

export const LOGGER = Symbol('LOGGER');

/**
 * Structured logs: codes, ids and durations. Bodies, headers, queries and names of
 * persons never go in, so nothing has to be masked later.
 */
export function createLogger(level: string, process: string): Logger {
  return pino({ level, base: { process }, timestamp: pino.stdTimeFunctions.isoTime });
}
