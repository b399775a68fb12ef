import { timeLeft } from './time-left';

const now = Date.parse('2026-11-22T10:00:00Z');

describe('timeLeft', () => {
  it.each([
    ['2026-11-25T10:00:00Z', { unit: 'days', count: 3 }],
    ['2026-11-23T15:00:00Z', { unit: 'hours', count: 29 }],
    ['2026-11-22T11:59:00Z', { unit: 'minutes', count: 119 }],
    ['2026-11-22T10:00:01Z', { unit: 'minutes', count: 1 }],
    ['2026-11-22T10:00:00Z', null],
    ['2020-01-01T00:00:00Z', null],
    ['no date', null],
  ])('until %s says %p', (iso, expected) => {
    expect(timeLeft(now, iso)).toEqual(expected);
  });
});
