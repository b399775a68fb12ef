import type { FeedCounters, FeedEvent } from '../feed/feed.rules.js';

/** A session that is watched in this process, and what its room has heard so far. */
export interface Watch {
  readonly sessionId: string;
  /** The place of the last event that went to the room. */
  sent: number;
  counters: FeedCounters;
  /** The room has not heard of these counters yet. */
  hasNewCounters: boolean;
  /** What other processes know of our viewers, and since when; milliseconds. */
  toldViewers: number;
  toldAt: number;
  /** Since when nobody watches; `null` while somebody does. */
  emptySince: number | null;
}

export interface Frame {
  readonly sessionId: string;
  readonly from: number;
  readonly to: number;
  readonly events: readonly FeedEvent[];
  readonly counters: FeedCounters;
}

const heartbeat = 5_000;
/** Somebody who joins is in the room a moment after the session is watched. */
const forgottenAfter = 10_000;

export function newWatch(sessionId: string, sent: number, counters: FeedCounters): Watch {
  return {
    sessionId,
    sent,
    counters,
    hasNewCounters: false,
    toldViewers: 0,
    toldAt: 0,
    emptySince: null,
  };
}

/** Others are told when the number has changed, and now and then that we are still there. */
export function isPresenceDue(watch: Watch, viewers: number, now: number): boolean {
  return viewers !== watch.toldViewers || (viewers > 0 && now - watch.toldAt >= heartbeat);
}

/** Whether nobody has watched for so long that nobody is about to enter either. */
export function isForgotten(watch: Watch, viewers: number, now: number): boolean {
  if (viewers > 0) watch.emptySince = null;
  else watch.emptySince ??= now;
  return watch.emptySince !== null && now - watch.emptySince >= forgottenAfter;
}

export function withCounters(watch: Watch, counters: FeedCounters): void {
  const isSame =
    watch.counters.viewers === counters.viewers &&
    watch.counters.messages === counters.messages &&
    watch.counters.applications === counters.applications;
  if (isSame) return;
  watch.counters = counters;
  watch.hasNewCounters = true;
}

/** What the room hears next, or `null` when there is nothing new. */
export function nextFrame(watch: Watch, events: readonly FeedEvent[]): Frame | null {
  if (events.length === 0 && !watch.hasNewCounters) return null;
  const { sessionId, counters } = watch;
  const frame = {
    sessionId,
    from: watch.sent + 1,
    to: events.at(-1)?.seq ?? watch.sent,
    events,
    counters,
  };
  watch.sent = frame.to;
  watch.hasNewCounters = false;
  return frame;
}
