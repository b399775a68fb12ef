import type {
  FeedCounters,
  FeedEvent,
  LiveSessionFrame,
  LiveSessionSnapshot,
} from '../realtime/socket-events';
import { reducePending, settled } from './pending-messages';
import type { PendingAction, PendingMessage } from './pending-messages';

/** A part of the feed, by socket or by HTTP. */
export type FeedSlice = Pick<LiveSessionFrame, 'to' | 'events' | 'counters'>;
type Snapshot = FeedSlice & Pick<LiveSessionSnapshot, 'status' | 'cards'>;

/**
 * What a page knows of a session's feed. `contiguousTo` is the last place up to which nothing is
 * missing, `highestSeen` the last one heard of: between them lies what HTTP has to bring.
 */
export interface FeedState {
  readonly joined: boolean;
  readonly contiguousTo: number;
  readonly highestSeen: number;
  readonly events: readonly FeedEvent[];
  readonly removed: ReadonlySet<number>;
  readonly pending: readonly PendingMessage[];
  /** The last that was heard of each opening's card: shown, or taken down. */
  readonly cardNews: ReadonlyMap<string, FeedEvent>;
  readonly status: { readonly seq: number; readonly text: string } | null;
  readonly counters: FeedCounters;
}

export type FeedAction =
  | { type: 'joined'; snapshot: Snapshot }
  | { type: 'frame'; slice: FeedSlice }
  | { type: 'caught-up'; slice: FeedSlice }
  | PendingAction;

/** How many lines a page keeps; older ones stay on the server. */
const keptEvents = 500;

export const emptyFeed: FeedState = {
  joined: false,
  contiguousTo: 0,
  highestSeen: 0,
  events: [],
  removed: new Set(),
  pending: [],
  cardNews: new Map(),
  status: null,
  counters: { viewers: 0, messages: 0, applications: 0 },
};

export function reduceFeed(state: FeedState, action: FeedAction): FeedState {
  switch (action.type) {
    case 'joined':
      return withSlice(atStart(state, action.snapshot), action.snapshot);
    case 'frame':
    case 'caught-up':
      return state.joined ? withSlice(state, action.slice) : state;
    default:
      return { ...state, pending: settled(reducePending(state.pending, action), state.events) };
  }
}

/** Whether something between the known lines is missing and has to be asked for. */
export function isMissingEvents(state: FeedState): boolean {
  return state.joined && state.highestSeen > state.contiguousTo;
}

/** A first join starts where its snapshot starts: what came before is history, not a gap. */
function atStart(state: FeedState, snapshot: Snapshot): FeedState {
  const status = newerStatus(state.status, { seq: snapshot.to, text: snapshot.status });
  const cardNews = snapshot.cards.reduce(withCardNews, state.cardNews);
  if (state.joined) return { ...state, status, cardNews };
  const before = (snapshot.events[0]?.seq ?? snapshot.to + 1) - 1;
  return { ...state, status, cardNews, joined: true, contiguousTo: before, highestSeen: before };
}

function withSlice(state: FeedState, slice: FeedSlice): FeedState {
  const known = new Set(state.events.map((event) => event.seq));
  const fresh = slice.events.filter((event) => !known.has(event.seq));
  const merged = fresh.length === 0 ? state.events : inOrder([...state.events, ...fresh]);
  const events = merged.slice(-keptEvents);
  return {
    ...fresh.reduce(withEvent, state),
    contiguousTo: contiguousFrom(state.contiguousTo, merged),
    highestSeen: Math.max(state.highestSeen, slice.to, merged.at(-1)?.seq ?? 0),
    events,
    pending: settled(state.pending, events),
    counters: slice.counters,
  };
}

function inOrder(events: FeedEvent[]): FeedEvent[] {
  return events.sort((one, other) => one.seq - other.seq);
}

function contiguousFrom(start: number, events: readonly FeedEvent[]): number {
  let last = start;
  for (const { seq } of events) if (seq === last + 1) last = seq;
  return last;
}

/** What one event changes beside the lines. Late ones never undo what newer ones said. */
function withEvent(state: FeedState, event: FeedEvent): FeedState {
  switch (event.kind) {
    case 'card':
    case 'card_withdrawn':
      return { ...state, cardNews: withCardNews(state.cardNews, event) };
    case 'removed':
      return { ...state, removed: new Set([...state.removed, Number(event.body.seq)]) };
    case 'status': {
      const news = { seq: event.seq, text: textIn(event.body, 'status') };
      return { ...state, status: newerStatus(state.status, news) };
    }
    default:
      return state;
  }
}

function withCardNews(
  known: ReadonlyMap<string, FeedEvent>,
  event: FeedEvent,
): ReadonlyMap<string, FeedEvent> {
  const id = textIn(event.body, 'jobPostingId');
  const last = known.get(id);
  return last !== undefined && last.seq > event.seq ? known : new Map([...known, [id, event]]);
}

function newerStatus(known: FeedState['status'], news: NonNullable<FeedState['status']>) {
  return known !== null && known.seq > news.seq ? known : news;
}

export function textIn(body: FeedEvent['body'], key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : '';
}
