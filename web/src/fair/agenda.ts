import type { AgendaItem } from '../api/models';

interface AgendaDay {
  readonly key: string;
  readonly items: readonly AgendaItem[];
}

/** The agenda cut into calendar days of the fair's own zone, in order of time. */
export function byDay(items: readonly AgendaItem[], timeZone: string): AgendaDay[] {
  const days = new Map<string, AgendaItem[]>();
  const sorted = [...items].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  for (const item of sorted) {
    const key = calendarDay(Date.parse(item.startsAt), timeZone);
    days.set(key, [...(days.get(key) ?? []), item]);
  }
  return [...days].map(([key, list]) => ({ key, items: list }));
}

/** Two moments with the same text lie on the same day of that zone. */
export function calendarDay(moment: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment);
}

export function isUnderWay(item: AgendaItem, now: number): boolean {
  return Date.parse(item.startsAt) <= now && now < Date.parse(item.endsAt);
}
