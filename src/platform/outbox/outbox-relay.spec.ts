import { slicesOf } from './outbox-relay.js';

const row = (id: number, facts: number, consumer = 'one') => ({ id, consumer, facts });

describe('slices', () => {
  it('hold rows of one consumer with at most 2,000 facts, in the order of their ids', () => {
    expect(slicesOf([row(4, 30), row(1, 1_960), row(2, 40), row(3, 1)])).toEqual([
      { consumer: 'one', ids: [1, 2] },
      { consumer: 'one', ids: [3, 4] },
    ]);
  });

  it('are apart for each consumer', () => {
    expect(slicesOf([row(1, 1), row(2, 1, 'two'), row(3, 1)])).toEqual([
      { consumer: 'one', ids: [1, 3] },
      { consumer: 'two', ids: [2] },
    ]);
  });

  it('are none of nothing', () => {
    expect(slicesOf([])).toEqual([]);
  });
});
