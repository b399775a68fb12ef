import type { AgendaItem } from '../api/models';
import { byDay, isUnderWay } from './agenda';

function item(id: string, startsAt: string, endsAt = startsAt): AgendaItem {
  return { id, kind: 'talk', title: id, titleEn: null, startsAt, endsAt, position: 0 };
}

describe('the agenda', () => {
  it('is cut at midnight of the fair, not of the visitor or of UTC', () => {
    const items = [
      item('second morning', '2026-11-22T16:30:00Z'),
      item('first evening', '2026-11-22T15:30:00Z'),
    ];
    const days = byDay(items, 'Asia/Shanghai');
    expect(days.map((day) => [day.key, ...day.items.map(({ id }) => id)])).toEqual([
      ['2026-11-22', 'first evening'],
      ['2026-11-23', 'second morning'],
    ]);
    expect(byDay(items, 'UTC')).toHaveLength(1);
  });

  it('counts the start as under way and the end as over', () => {
    const talk = item('talk', '2026-11-22T10:00:00Z', '2026-11-22T11:00:00Z');
    expect(isUnderWay(talk, Date.parse('2026-11-22T10:00:00Z'))).toBe(true);
    expect(isUnderWay(talk, Date.parse('2026-11-22T11:00:00Z'))).toBe(false);
  });
});
