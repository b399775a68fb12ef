export interface TimeLeft {
  readonly unit: 'days' | 'hours' | 'minutes';
  readonly count: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The time until `iso` in the unit a person would say it in; `null` once it has passed. */
export function timeLeft(now: number, iso: string): TimeLeft | null {
  const left = Date.parse(iso) - now;
  if (!(left > 0)) return null;
  if (left >= 2 * day) return { unit: 'days', count: Math.floor(left / day) };
  if (left >= 2 * hour) return { unit: 'hours', count: Math.floor(left / hour) };
  return { unit: 'minutes', count: Math.ceil(left / minute) };
}
