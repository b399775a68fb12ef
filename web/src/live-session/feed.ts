import type { FeedEvent, FeedSlice } from '../api/models';

/** A message that this visitor sent and the feed has not shown yet. */
export interface PendingMessage {
  readonly clientKey: string;
  readonly text: string;
  readonly state: 'sending' | 'failed';
  /** Why it was refused, in the visitor's language; empty while there is nothing to say. */
  readonly reason: string;
  /** The place that the server gave it, known once it answered. */
  readonly seq: number | null;
}

export interface JobCard {
  readonly jobPostingId: string;
  readonly seq: number;
  readonly title: string;
  readonly companyName: string;
  readonly pay: CardPay | null;
}

export interface CardPay {
  readonly payMin: number;
  readonly payMax: number;
  readonly payCurrency: string;
  readonly payPeriod: string;
}

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
  readonly cards: readonly JobCard[];
  readonly status: string | null;
  readonly counters: FeedSlice['counters'];
}

export type FeedAction =
  | { type: 'joined'; slice: FeedSlice }
  | { type: 'frame'; slice: FeedSlice }
  | { type: 'caught-up'; slice: FeedSlice }
  | { type: 'cards-known'; cards: readonly JobCard[] }
  | { type: 'sent'; clientKey: string; text: string }
  | { type: 'accepted'; clientKey: string; seq: number }
  | { type: 'refused'; clientKey: string; reason: string }
  | { type: 'dropped'; clientKey: string };

/** How many lines a page keeps; older ones stay on the server. */
const keptEvents = 500;

export const emptyFeed: FeedState = {
  joined: false,
  contiguousTo: 0,
  highestSeen: 0,
  events: [],
  removed: new Set(),
  pending: [],
  cards: [],
  status: null,
  counters: { viewers: 0, messages: 0, applications: 0 },
};

export function reduceFeed(state: FeedState, action: FeedAction): FeedState {
  switch (action.type) {
    case 'joined':
      return withSlice(atStart(state, action.slice), action.slice);
    case 'frame':
    case 'caught-up':
      return state.joined ? withSlice(state, action.slice) : state;
    case 'cards-known':
      return { ...state, cards: mergeCards(state.cards, action.cards) };
    default:
      return { ...state, pending: settled(reducePending(state.pending, action), state.events) };
  }
}

/** Whether something between the known lines is missing and has to be asked for. */
export function isMissingEvents(state: FeedState): boolean {
  return state.joined && state.highestSeen > state.contiguousTo;
}

/** A first join starts where its snapshot starts: what came before is history, not a gap. */
function atStart(state: FeedState, slice: FeedSlice): FeedState {
  if (state.joined) return state;
  const first = slice.events[0]?.seq ?? slice.to + 1;
  return { ...state, joined: true, contiguousTo: first - 1, highestSeen: first - 1 };
}

function withSlice(state: FeedState, slice: FeedSlice): FeedState {
  const known = new Set(state.events.map((event) => event.seq));
  const fresh = slice.events.filter((event) => !known.has(event.seq));
  const merged = fresh.length === 0 ? state.events : inOrder([...state.events, ...fresh]);
  const contiguousTo = contiguousFrom(state.contiguousTo, merged);
  const highestSeen = Math.max(state.highestSeen, slice.to, merged.at(-1)?.seq ?? 0);
  const applied = fresh.reduce(applyEvent, state);
  const events = merged.slice(-keptEvents);
  return {
    ...applied,
    contiguousTo,
    highestSeen,
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

function applyEvent(state: FeedState, event: FeedEvent): FeedState {
  switch (event.kind) {
    case 'card':
      return { ...state, cards: mergeCards(state.cards, [cardOf(event)]) };
    case 'card_withdrawn':
      return {
        ...state,
        cards: state.cards.filter((card) => !isWithdrawnBy(card, event)),
      };
    case 'removed':
      return { ...state, removed: new Set([...state.removed, Number(event.body.seq)]) };
    case 'status':
      return { ...state, status: textIn(event.body, 'status') };
    default:
      return state;
  }
}

/** A card that was withdrawn and pushed again later stays. */
function isWithdrawnBy(card: JobCard, event: FeedEvent): boolean {
  return card.jobPostingId === event.body.jobPostingId && card.seq < event.seq;
}

/** One card per opening, the newest push first. */
function mergeCards(cards: readonly JobCard[], more: readonly JobCard[]): JobCard[] {
  const newest = new Map<string, JobCard>();
  for (const card of [...cards, ...more]) {
    const known = newest.get(card.jobPostingId);
    if (known === undefined || known.seq < card.seq) newest.set(card.jobPostingId, card);
  }
  return [...newest.values()].sort((one, other) => other.seq - one.seq);
}

function cardOf(event: FeedEvent): JobCard {
  return {
    jobPostingId: textIn(event.body, 'jobPostingId'),
    seq: event.seq,
    title: textIn(event.body, 'title'),
    companyName: textIn(event.body, 'companyName'),
    pay: payIn(event.body),
  };
}

function payIn(body: FeedEvent['body']): CardPay | null {
  const { payMin, payMax, payCurrency, payPeriod } = body;
  if (typeof payMin !== 'number' || typeof payMax !== 'number') return null;
  if (typeof payCurrency !== 'string' || typeof payPeriod !== 'string') return null;
  return { payMin, payMax, payCurrency, payPeriod };
}

export function textIn(body: FeedEvent['body'], key: string): string {
  const value = body[key];
  return typeof value === 'string' ? value : '';
}

type PendingAction = Extract<FeedAction, { clientKey: string }>;

function reducePending(
  pending: readonly PendingMessage[],
  action: PendingAction,
): readonly PendingMessage[] {
  const { clientKey } = action;
  const change = (next: Partial<PendingMessage>) =>
    pending.map((message) => (message.clientKey === clientKey ? { ...message, ...next } : message));
  switch (action.type) {
    case 'sent': {
      const known = pending.some((message) => message.clientKey === clientKey);
      if (known) return change({ state: 'sending', reason: '' });
      const message = {
        clientKey,
        text: action.text,
        state: 'sending',
        reason: '',
        seq: null,
      } as const;
      return [...pending, message];
    }
    case 'accepted':
      return change({ seq: action.seq });
    case 'refused':
      return change({ state: 'failed', reason: action.reason });
    case 'dropped':
      return pending.filter((message) => message.clientKey !== clientKey);
  }
}

/** A message leaves the pending list in the moment the feed itself shows it. */
function settled(
  pending: readonly PendingMessage[],
  events: readonly FeedEvent[],
): readonly PendingMessage[] {
  if (pending.length === 0) return pending;
  const shown = new Set(events.map((event) => event.seq));
  return pending.filter((message) => message.seq === null || !shown.has(message.seq));
}
