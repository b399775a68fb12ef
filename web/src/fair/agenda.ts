import type { AgendaItem } from '../api/models';

interface AgendaDay {
  readonly key: string;
  readonly items: readonly AgendaItem[];
}

/** The agenda cut into calendar days of the fair's own zone, in order of time. */
export function byDay(items: readonly AgendaItem[], timeZone: string): AgendaDay[] {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const days = new Map<string, AgendaItem[]>();
  const sorted = [...items].sort((one, other) => one.startsAt.localeCompare(other.startsAt));
  for (const item of sorted) {
    const key = format.format(new Date(item.startsAt));
    days.set(key, [...(days.get(key) ?? []), item]);
  }
  return [...days].map(([key, list]) => ({ key, items: list }));
}

export function isUnderWay(item: AgendaItem, now: number): boolean {
  return Date.parse(item.startsAt) <= now && now < Date.parse(item.endsAt);
}
