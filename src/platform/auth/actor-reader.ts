import type { Actor } from './actor.js';

/**
 * Turns a cookie header into the person behind it, or `null`.
 * The identity module provides it; the platform only asks.
 */
export abstract class ActorReader {
  abstract read(cookieHeader: string | undefined): Promise<Actor | null>;

  /** Which of these sessions were signed out, expired or belong to a disabled account. */
  abstract endedSessions(sessionIds: readonly string[]): Promise<string[]>;
}
