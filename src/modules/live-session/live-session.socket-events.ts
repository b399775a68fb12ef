/** What stands in the feed of a session, in the order of `seq`, without gaps. */
export interface FeedEvent {
  readonly seq: number;
  readonly kind: FeedEventKind;
  /** `null` when the session itself speaks. */
  readonly authorName: string | null;
  /**
   * chat, notice: `{ text }`, or `{}` once it was removed. card: what the card shows.
   * card_withdrawn: `{ jobPostingId }`. removed: `{ seq }` of what is gone. status: `{ status }`.
   */
  readonly body: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
}

export type FeedEventKind = 'chat' | 'card' | 'card_withdrawn' | 'notice' | 'removed' | 'status';

/** The newest values; they replace those of the frame before. */
export interface FeedCounters {
  readonly viewers: number;
  readonly messages: number;
  readonly applications: number;
}

/**
 * What a room hears several times a second: the events from `from` to `to` (none when `to` is
 * smaller than `from`). Who already has some of them drops those; who misses some asks
 * `GET /live-sessions/:id/events?since=`.
 */
export interface LiveSessionFrame {
  readonly sessionId: string;
  readonly from: number;
  readonly to: number;
  readonly events: readonly FeedEvent[];
  readonly counters: FeedCounters;
}

/** What a late joiner starts from; the frames that follow begin at `to + 1` or before. */
export interface LiveSessionSnapshot extends LiveSessionFrame {
  readonly status: string;
  /** The events of the cards that are shown now. */
  readonly cards: readonly FeedEvent[];
}

export type LiveSessionReply<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly code: string; readonly title: string };

type Answer<Data> = (reply: LiveSessionReply<Data>) => void;

export interface ClientToServer {
  'live-session.join': (
    message: { sessionId: string; since?: number },
    answer: Answer<LiveSessionSnapshot>,
  ) => void;
  'live-session.leave': (message: { sessionId: string }, answer: Answer<null>) => void;
  'live-session.say': (
    message: { sessionId: string; text: string; clientKey: string },
    answer: Answer<{ seq: number }>,
  ) => void;
}

export interface ServerToClient {
  'live-session.frame': (frame: LiveSessionFrame) => void;
}
