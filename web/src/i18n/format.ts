import { useTranslation } from 'react-i18next';

const minorUnitsPerUnit = 100;

/**
 * Numbers, pay and times in the visitor's language. Times are in the zone of their fair, or where none is
 * given in the visitor's own, which then says its name to whoever is not in China.
 */
export function useFormat() {
  const { i18n, t } = useTranslation();
  const language = i18n.language;
  return {
    number: (value: number, digits = 0): string => numberText(language, value, digits),
    day: (iso: string, timeZone: string): string => timeText(language, iso, timeZone, dayParts),
    time: (iso: string, timeZone: string): string => timeText(language, iso, timeZone, timeParts),
    moment: (iso: string, timeZone?: string): string =>
      timeText(language, iso, timeZone, { ...dayParts, ...timeParts }),
    /** Far ahead, a date without its year would be read as this year's. */
    deadline: (iso: string, timeZone?: string): string => {
      const isThisYear = new Date(iso).getFullYear() === new Date().getFullYear();
      const year = isThisYear ? {} : ({ year: 'numeric' } as const);
      return timeText(language, iso, timeZone, { ...year, ...dayParts, ...timeParts });
    },
    second: (iso: string, timeZone?: string): string =>
      timeText(language, iso, timeZone, { ...timeParts, second: '2-digit' }),
    range: (from: string, to: string, timeZone: string): string =>
      rangeText(language, from, to, timeZone),
    zone: (iso: string, timeZone: string): string => zoneText(language, iso, timeZone),
    pay: (pay: Pay): string => {
      const amount = amountText(language, pay);
      const period = t(`pay.period.${periodOf(pay.payPeriod)}`);
      return pay.payCurrency === 'CNY'
        ? t('pay.yuan', { amount, period })
        : t('pay.other', { amount, period, currency: pay.payCurrency });
    },
  };
}

export interface Pay {
  readonly payMin: number;
  readonly payMax: number;
  readonly payCurrency: string;
  readonly payPeriod: string;
}

const periods = ['hour', 'day', 'week', 'month', 'year'] as const;

function periodOf(period: string): (typeof periods)[number] {
  return periods.find((known) => known === period) ?? 'month';
}

const dayParts = { month: 'short', day: 'numeric', weekday: 'short' } as const;
const timeParts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function numberText(language: string, value: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(language, options).format(value);
}

function timeText(
  language: string,
  iso: string,
  timeZone: string | undefined,
  parts: Intl.DateTimeFormatOptions,
): string {
  const date = new Date(iso);
  const isElsewhere = timeZone === undefined && date.getTimezoneOffset() !== chinaOffset;
  const named = isElsewhere ? ({ timeZoneName: 'short' } as const) : {};
  return formatter(language, timeZone, { ...parts, ...named }).format(date);
}

/** In minutes, as `getTimezoneOffset` counts. */
const chinaOffset = -480;

function rangeText(language: string, from: string, to: string, timeZone: string): string {
  const parts = { ...dayParts, ...timeParts };
  return formatter(language, timeZone, parts).formatRange(new Date(from), new Date(to));
}

/** The zone as people say it, for example "GMT+8". */
function zoneText(language: string, iso: string, timeZone: string): string {
  const parts = formatter(language, timeZone, { timeZoneName: 'short' }).formatToParts(
    new Date(iso),
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

function formatter(
  language: string,
  timeZone: string | undefined,
  parts: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(
      language,
      timeZone === undefined ? parts : { ...parts, timeZone },
    );
  } catch {
    // A zone that this browser does not know: its own is better than none.
    return new Intl.DateTimeFormat(language, parts);
  }
}

function amountText(language: string, pay: Pay): string {
  const options = { maximumFractionDigits: 2, minimumFractionDigits: 0 };
  const format = new Intl.NumberFormat(language, options);
  const [least, most] = [pay.payMin / minorUnitsPerUnit, pay.payMax / minorUnitsPerUnit];
  return least === most ? format.format(least) : `${format.format(least)}–${format.format(most)}`;
}
