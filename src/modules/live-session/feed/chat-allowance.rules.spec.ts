import fc from 'fast-check';
import { isFull, spendMessage } from './chat-allowance.rules.js';
import type { ChatAllowance } from './chat-allowance.rules.js';

/** How many messages pass when they come after these pauses, in milliseconds. */
function passed(pauses: readonly number[]): number {
  let allowance: ChatAllowance | undefined;
  let now = 0;
  let count = 0;
  for (const pause of pauses) {
    now += pause;
    const left = spendMessage(allowance, now);
    if (left === null) continue;
    allowance = left;
    count += 1;
  }
  return count;
}

describe('how much somebody may say', () => {
  it('is five at once, then one a second', () => {
    expect(passed(Array(20).fill(0))).toBe(5);
    expect(passed([0, 0, 0, 0, 0, 999, 1])).toBe(6);
    expect(passed(Array(20).fill(1_000))).toBe(20);
  });

  it('is never more than the burst and a message for every second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 100 }), (pauses) => {
        const seconds = pauses.reduce((sum, pause) => sum + pause, 0) / 1_000;
        expect(passed(pauses)).toBeLessThanOrEqual(5 + seconds + 1e-6);
      }),
    );
  });

  it('is forgotten only when it is whole again', () => {
    const spent = spendMessage(undefined, 0);
    if (!spent) throw new Error('The first message passes');
    expect(isFull(spent, 999)).toBe(false);
    expect(isFull(spent, 1_000)).toBe(true);
  });
});
