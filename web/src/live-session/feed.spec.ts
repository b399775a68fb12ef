import fc from 'fast-check';
import type { FeedEvent } from '../realtime/socket-events';
import { emptyFeed, isMissingEvents, reduceFeed } from './feed';
import type { FeedAction, FeedSlice, FeedState } from './feed';
import { cardsOf } from './job-card';

const counters = { viewers: 3, messages: 5, applications: 1 };

function chat(seq: number): FeedEvent {
  return { seq, kind: 'chat', authorName: '李雷', body: { text: `line ${seq}` }, createdAt: '' };
}

function event(seq: number, kind: FeedEvent['kind'], body: FeedEvent['body']): FeedEvent {
  return { ...chat(seq), kind, body };
}

function slice(events: FeedEvent[], to = events.at(-1)?.seq ?? 0): FeedSlice {
  return { to, events, counters };
}

function play(...actions: FeedAction[]): FeedState {
  return actions.reduce(reduceFeed, emptyFeed);
}

const seqs = (state: FeedState): number[] => state.events.map(({ seq }) => seq);

describe('the feed of a session', () => {
  it('starts where its first snapshot starts', () => {
    const state = play(joined([chat(41), chat(42)]));
    expect(state.contiguousTo).toBe(42);
    expect(isMissingEvents(state)).toBe(false);
  });

  it('starts empty after the last known line when the snapshot has none', () => {
    const state = play(joined([], 7), frame(chat(8)));
    expect([state.contiguousTo, isMissingEvents(state)]).toEqual([8, false]);
  });

  it('notices a gap, and closes it with what HTTP brings', () => {
    const broken = play(joined([chat(1)]), frame(chat(4), chat(5)));
    expect([broken.contiguousTo, isMissingEvents(broken)]).toEqual([1, true]);
    const whole = reduceFeed(broken, { type: 'caught-up', slice: slice([chat(2), chat(3)], 3) });
    expect(seqs(whole)).toEqual([1, 2, 3, 4, 5]);
    expect([whole.contiguousTo, isMissingEvents(whole)]).toEqual([5, false]);
  });

  it('notices from an empty frame that lines are missing', () => {
    const state = play(joined([chat(1)]), { type: 'frame', slice: slice([], 3) });
    expect(isMissingEvents(state)).toBe(true);
  });

  it('keeps its place when it joins again after a break', () => {
    const state = play(joined([chat(1), chat(2)]), joined([chat(5)]));
    expect([state.contiguousTo, isMissingEvents(state)]).toEqual([2, true]);
  });

  it('ignores frames before it joined', () => {
    expect(play(frame(chat(9)))).toBe(emptyFeed);
  });

  it('shows every line once and in order, however slices overlap and arrive', () => {
    const cuts = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 8 })),
    );
    fc.assert(
      fc.property(cuts, (parts) => {
        const frames = parts.map(([start, length]) =>
          frame(...Array.from({ length }, (_, index) => chat(start + index))),
        );
        const state = play(joined([], 0), ...frames);
        const numbers = seqs(state);
        expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
        const run = Array.from({ length: state.contiguousTo }, (_, index) => index + 1);
        expect(numbers.slice(0, state.contiguousTo)).toEqual(run);
        expect(numbers).not.toContain(state.contiguousTo + 1);
      }),
    );
  });
});

describe('job cards', () => {
  const push = (seq: number, id: string) =>
    event(seq, 'card', { jobPostingId: id, title: id, companyName: 'c' });
  const withdraw = (seq: number, id: string) => event(seq, 'card_withdrawn', { jobPostingId: id });
  const up = (state: FeedState) => cardsOf(state).map(({ jobPostingId }) => jobPostingId);

  it('pins the newest push first and one card per opening', () => {
    expect(up(play(joined([push(1, 'a'), push(2, 'b'), push(3, 'a')])))).toEqual(['a', 'b']);
  });

  it('knows the cards that went up long before it joined', () => {
    expect(up(play(joined([chat(90)], 90, [push(2, 'a')])))).toEqual(['a']);
  });

  it('takes a card down when it is withdrawn, and up when it is pushed again', () => {
    const down = play(joined([], 9, [push(2, 'a')]), frame(withdraw(10, 'a')));
    expect(up(down)).toEqual([]);
    expect(up(reduceFeed(down, frame(push(11, 'a'))))).toEqual(['a']);
  });

  it('does not put a withdrawn card up again because its push came late', () => {
    const state = play(joined([chat(1)]), frame(withdraw(3, 'a')), frame(push(2, 'a')));
    expect([up(state), state.contiguousTo]).toEqual([[], 3]);
  });

  it('shows the pay only when all of it is known', () => {
    const pay = { payMin: 1, payMax: 2, payCurrency: 'CNY', payPeriod: 'month' };
    const body = { jobPostingId: 'a', title: 'a', companyName: 'c' };
    const events = [event(1, 'card', { ...body, ...pay }), push(2, 'b')];
    expect(cardsOf(play(joined(events))).map((card) => card.pay)).toEqual([null, pay]);
  });
});

describe('what the visitor says', () => {
  const sent: FeedAction = { type: 'sent', clientKey: 'k', text: '你好' };

  it('is shown at once and gives way to the real line', () => {
    const waiting = play(joined([], 1), sent);
    expect(waiting.pending).toHaveLength(1);
    const accepted = reduceFeed(waiting, { type: 'accepted', clientKey: 'k', seq: 2 });
    expect(accepted.pending).toHaveLength(1);
    expect(reduceFeed(accepted, frame(chat(2))).pending).toEqual([]);
  });

  it('leaves at the answer when the line was already there', () => {
    const state = play(joined([], 1), sent, frame(chat(2)), {
      type: 'accepted',
      clientKey: 'k',
      seq: 2,
    });
    expect(state.pending).toEqual([]);
  });

  it('stays with its reason when refused, and may be sent again with the same key', () => {
    const refused = play(sent, { type: 'refused', clientKey: 'k', reason: '太快了' });
    expect(refused.pending[0]).toMatchObject({ state: 'failed', reason: '太快了' });
    const again = reduceFeed(refused, sent);
    expect(again.pending).toHaveLength(1);
    expect(again.pending[0]).toMatchObject({ state: 'sending', reason: '' });
    expect(reduceFeed(again, { type: 'dropped', clientKey: 'k' }).pending).toEqual([]);
  });
});

it('marks removed lines and follows the status', () => {
  const state = play(
    joined([chat(1)]),
    frame(event(2, 'removed', { seq: 1 }), event(3, 'status', { status: 'ended' })),
  );
  expect([...state.removed]).toEqual([1]);
  expect(state.status?.text).toBe('ended');
  expect(state.counters).toEqual(counters);
});

function frame(...events: FeedEvent[]): FeedAction {
  return { type: 'frame', slice: slice(events) };
}

function joined(events: FeedEvent[], to?: number, cards: FeedEvent[] = []): FeedAction {
  return { type: 'joined', snapshot: { ...slice(events, to), status: 'on_air', cards } };
}
