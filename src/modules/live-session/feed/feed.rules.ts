/** The kinds of events; clients know them by `live-session.socket-events.ts`. */
export const feedEventKinds = [
  'chat',
  'card',
  'card_withdrawn',
  'notice',
  'removed',
  'status',
] as const;

export type FeedEventKind = (typeof feedEventKinds)[number];

export interface FeedEvent {
  readonly seq: number;
  readonly kind: FeedEventKind;
  readonly authorName: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
}

export interface FeedCounters {
  readonly viewers: number;
  readonly messages: number;
  readonly applications: number;
}

/**
 * Milliseconds. The tick sets the price of chat: a socket is written once per frame, however many
 * messages it holds.
 */
export const frameEvery = 250;

export const noCounters: FeedCounters = { viewers: 0, messages: 0, applications: 0 };

/** A part of a feed; without events `to` stands before `from`. */
export interface FeedSlice {
  readonly from: number;
  readonly to: number;
  readonly events: readonly FeedEvent[];
}

/** The slice that follows `since`, however much of it is there. */
export function sliceAfter(since: number, events: readonly FeedEvent[]): FeedSlice {
  return { from: since + 1, to: events.at(-1)?.seq ?? since, events };
}
