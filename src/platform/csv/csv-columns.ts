import type { ErrorParameters } from '../errors/domain-error.js';
import { characters } from '../http/characters.js';
import { isInstant } from '../http/fields.js';

/** Why a cell cannot be taken. */
export class CellFault {
  constructor(
    readonly code: string,
    readonly parameters: ErrorParameters = {},
  ) {}
}

/** Turns the text of a cell, trimmed and never empty, into a value. */
export type CellReader<Value> = (text: string) => Value | CellFault;

/** A column of a file; its header may be the name or the Chinese title. */
export interface CsvColumn<Value> {
  readonly name: string;
  readonly title: string;
  readonly isRequired: boolean;
  readonly read: CellReader<Value>;
}

export type CsvColumns = Readonly<Record<string, CsvColumn<unknown>>>;

/** The values of a line, by the keys of its columns. */
export type CsvRow<Columns extends CsvColumns> = {
  readonly [Key in keyof Columns]: Columns[Key] extends CsvColumn<infer Value> ? Value : never;
};

/** A column that every file has and every line fills. */
export function requiredColumn<Value>(
  name: string,
  title: string,
  read: CellReader<Value>,
): CsvColumn<Value> {
  return { name, title, isRequired: true, read };
}

/** A column that a file may leave out and a line may leave empty: `null`. */
export function optionalColumn<Value>(
  name: string,
  title: string,
  read: CellReader<Value>,
): CsvColumn<Value | null> {
  return { name, title, isRequired: false, read };
}

export function textCell(least: number, most: number): CellReader<string> {
  return (text) => {
    const length = characters(text);
    const fits = length >= least && length <= most;
    return fits ? text : new CellFault('field.length', { least, most });
  };
}

export function patternCell(pattern: RegExp): CellReader<string> {
  return (text) => (pattern.test(text) ? text : new CellFault('field.format'));
}

export function wholeNumberCell(least: number, most: number): CellReader<number> {
  const fault = new CellFault('field.range', { least, most });
  return (text) => {
    const digits = narrow(text);
    const value = /^[0-9]{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
    return value >= least && value <= most ? value : fault;
  };
}

/** An amount with up to two decimals, read as hundredths: `8000.5` is 800,050. */
export function moneyCell(leastHundredths: number, mostHundredths: number): CellReader<number> {
  const outOfRange = new CellFault('field.range', {
    least: leastHundredths / 100,
    most: mostHundredths / 100,
  });
  return (text) => {
    const amount = narrow(text);
    if (!/^[0-9]{1,13}(?:\.[0-9]{1,2})?$/.test(amount)) return new CellFault('field.format');
    const value = Math.round(Number(amount) * 100);
    return value >= leastHundredths && value <= mostHundredths ? value : outOfRange;
  };
}

/** One of the codes of a list, or its title: `full_time` or `全日制`. */
export function choiceCell<Choice extends string>(
  titles: Readonly<Record<Choice, string>>,
): CellReader<Choice> {
  const codes = Object.keys(titles) as Choice[];
  const choices = new Map(
    codes.flatMap((code) => [
      [code as string, code],
      [titles[code], code],
    ]),
  );
  const fault = new CellFault('field.choice', {
    choices: codes.map((code) => `${code} (${titles[code]})`).join(', '),
  });
  return (text) => choices.get(text) ?? choices.get(text.toLowerCase()) ?? fault;
}

/** Several short texts in one cell, parted by `;` or `；`. */
export function listCell(most: number, length: number): CellReader<string[]> {
  return (text) => {
    const entries = text
      .split(/[;；]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    return entries.length <= most && entries.every((entry) => characters(entry) <= length)
      ? entries
      : new CellFault('csv.list', { most, length });
  };
}

/** The last moment of a day in China, `2026-03-31` or `2026/3/31`, or an exact ISO 8601 moment. */
export function dayEndCell(): CellReader<Date> {
  return (text) => {
    const date = narrow(text);
    if (isInstant(date)) return new Date(date);
    return chinaDayEnd(date) ?? new CellFault('field.format');
  };
}

const chinaOffsetHours = 8;

function chinaDayEnd(text: string): Date | null {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const midnight = new Date(Date.UTC(year, month - 1, day));
  const isReal = midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === day;
  return isReal ? new Date(Date.UTC(year, month - 1, day, 24 - chinaOffsetHours) - 1) : null;
}

/** Digits and signs as Chinese input methods write them, in their plain form. */
function narrow(text: string): string {
  return /^[ -~]*$/.test(text) ? text : text.normalize('NFKC');
}
