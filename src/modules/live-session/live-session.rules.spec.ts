import {
  canMoveLiveSession,
  liveSessionStatuses,
  liveSessionTransitions,
  scheduleFaults,
  statusAfterFair,
} from './live-session.rules.js';

const edges = ['scheduled on_air', 'scheduled cancelled', 'on_air ended', 'on_air cancelled'];
const pairs = liveSessionStatuses.flatMap((from) =>
  liveSessionStatuses.map((to) => ({ from, to })),
);

describe('the way of a session', () => {
  it.each(pairs)('from $from to $to is open only as planned', ({ from, to }) => {
    expect(canMoveLiveSession(from, to)).toBe(edges.includes(`${from} ${to}`));
  });

  it.each(liveSessionStatuses)('ends by a step that is open when a fair ends: %s', (status) => {
    const after = statusAfterFair(status);
    expect(liveSessionTransitions[after]).toEqual([]);
    expect(after === status || canMoveLiveSession(status, after)).toBe(true);
  });
});

describe('the time of a session', () => {
  const fair = {
    opensAt: new Date('2026-03-01T01:00:00Z'),
    closesAt: new Date('2026-03-02T09:00:00Z'),
  };

  it.each([
    ['2026-03-01T01:00:00Z', '2026-03-01T13:00:00Z', []],
    ['2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z', []],
    ['2026-03-01T02:00:00Z', '2026-03-01T02:00:00Z', ['scheduledEnd live-session.length']],
    ['2026-03-01T01:00:00Z', '2026-03-01T13:00:01Z', ['scheduledEnd live-session.length']],
    ['2026-03-01T00:59:59Z', '2026-03-01T02:00:00Z', ['scheduledStart live-session.outside-fair']],
    ['2026-03-02T08:00:00Z', '2026-03-02T09:00:01Z', ['scheduledEnd live-session.outside-fair']],
  ])('from %s to %s', (start, end, expected) => {
    const schedule = { scheduledStart: new Date(start), scheduledEnd: new Date(end) };
    const faults = scheduleFaults(schedule, fair);
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});
