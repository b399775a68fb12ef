import { isForgotten, isPresenceDue, newWatch, nextFrame, withCounters } from './audience.rules.js';

const none = { viewers: 0, messages: 0, applications: 0 };
const event = (seq: number) => ({
  seq,
  kind: 'chat' as const,
  authorName: null,
  body: {},
  createdAt: '',
});

describe('what a room hears next', () => {
  it('begins where the last frame ended', () => {
    const watch = newWatch('s', 7, none);
    expect(nextFrame(watch, [event(8), event(9)])).toMatchObject({ from: 8, to: 9 });
    expect(nextFrame(watch, [event(10)])).toMatchObject({ from: 10, to: 10 });
  });

  it('is nothing while nothing happens', () => {
    const watch = newWatch('s', 7, none);
    expect(nextFrame(watch, [])).toBeNull();
    withCounters(watch, { ...none });
    expect(nextFrame(watch, [])).toBeNull();
  });

  it('is the counters alone, once, when only they have changed', () => {
    const watch = newWatch('s', 7, none);
    withCounters(watch, { ...none, viewers: 3 });
    const frame = { from: 8, to: 7, events: [], counters: { ...none, viewers: 3 } };
    expect(nextFrame(watch, [])).toMatchObject(frame);
    expect(nextFrame(watch, [])).toBeNull();
  });
});

describe('what other processes hear of our viewers', () => {
  it('is every change, and a sign of life every five seconds', () => {
    const watch = { ...newWatch('s', 0, none), toldViewers: 2, toldAt: 1_000 };
    expect(isPresenceDue(watch, 2, 5_999)).toBe(false);
    expect(isPresenceDue(watch, 3, 1_001)).toBe(true);
    expect(isPresenceDue(watch, 2, 6_000)).toBe(true);
    expect(isPresenceDue({ ...watch, toldViewers: 0 }, 0, 9_000)).toBe(false);
  });

  it('ends when nobody has watched for ten seconds on end', () => {
    const watch = newWatch('s', 0, none);
    expect(isForgotten(watch, 0, 0)).toBe(false);
    expect(isForgotten(watch, 0, 9_999)).toBe(false);
    expect(isForgotten(watch, 1, 10_000)).toBe(false);
    expect(isForgotten(watch, 0, 11_000)).toBe(false);
    expect(isForgotten(watch, 0, 21_000)).toBe(true);
  });
});
