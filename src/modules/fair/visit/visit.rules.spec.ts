import { dayIn, viewsOf, visitChanges, visitorWords } from './visit.rules.js';

const trace = { address: '192.0.2.1', browser: 'Browser' };
const visit = (visitorKey: string) => ({ fairId: 'f', day: '2026-03-01', visitorKey });

describe('a visit', () => {
  it('falls on the day of the place where the fair is held', () => {
    const moment = new Date('2026-03-01T17:30:00Z');
    expect(dayIn('Asia/Shanghai', moment)).toBe('2026-03-02');
    expect(dayIn('UTC', moment)).toBe('2026-03-01');
  });

  it('is told apart by account, else by address and browser, and anew every day', () => {
    const words = [
      visitorWords(null, trace, '2026-03-01'),
      visitorWords(null, trace, '2026-03-02'),
      visitorWords(null, { ...trace, browser: 'Other' }, '2026-03-01'),
      visitorWords({ userId: 'u' } as never, trace, '2026-03-01'),
    ];
    expect(new Set(words).size).toBe(4);
  });

  it('counts every view, and a visitor only when new today', () => {
    const views = viewsOf([visit('a'), visit('a'), visit('b'), visit('c')]);
    expect(views.map(({ visitorKey, views: count }) => [visitorKey, count])).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ]);
    const counted = [
      { ...visit('a'), isNew: true },
      { ...visit('b'), isNew: false },
    ];
    expect(visitChanges(views, counted)).toEqual([
      { scope: 'season', metric: 'views', by: 2 },
      { scope: 'season', metric: 'visitors', by: 1 },
      { scope: 'fair:f', metric: 'views', by: 2 },
      { scope: 'fair:f', metric: 'visitors', by: 1 },
      { scope: 'season', metric: 'views', by: 1 },
      { scope: 'fair:f', metric: 'views', by: 1 },
    ]);
  });
});
