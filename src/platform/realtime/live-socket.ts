import type { Socket } from 'socket.io';
import type { Actor } from '../auth/actor.js';
import type { Locale } from '../errors/domain-error.js';

/** What we know of a connection; `actor` is `null` for a visitor who is not signed in. */
export interface ConnectionData {
  actor: Actor | null;
  locale: Locale;
  /** Messages that may still come right now; refilled with time. */
  allowance: number;
  allowanceAt: number;
}

export type LiveSocket = Socket & { data: ConnectionData };
