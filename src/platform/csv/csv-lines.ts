import { DomainError } from '../errors/domain-error.js';
import type { FieldFault } from '../errors/domain-error.js';
import { CsvErrors } from './csv.errors.js';
import { CellFault } from './csv-columns.js';
import type { CsvColumn, CsvColumns, CsvRow } from './csv-columns.js';
import { textOf } from './csv-encoding.js';
import { unguardCell } from './formula-guard.js';
import { RecordReader } from './record-reader.js';
import type { CsvRecord } from './record-reader.js';

/** One line of the file: its values, or what is wrong with it. */
export type CsvLine<Columns extends CsvColumns> =
  | { readonly line: number; readonly row: CsvRow<Columns> }
  | { readonly line: number; readonly faults: readonly FieldFault[] };

export interface CsvLineOptions {
  readonly mostLines: number;
  /** Columns of an export that say nothing to an import. */
  readonly ignoredColumns?: readonly string[];
}

interface Place {
  readonly key: string;
  readonly column: CsvColumn<unknown>;
  readonly index: number;
}

const invisible = /[^\P{Cc}\t\n\r]/u;

interface Header {
  readonly places: readonly Place[];
  readonly width: number;
  readonly blank: Readonly<Record<string, null>>;
}

/**
 * Reads a file, some lines at a time, in memory that does not grow with it. A wrong line is told and
 * passed over; a file that cannot be read throws.
 *
 * @throws DomainError with a code of `CsvErrors`
 */
export async function* csvLines<Columns extends CsvColumns>(
  source: AsyncIterable<Buffer>,
  columns: Columns,
  options: CsvLineOptions,
): AsyncGenerator<CsvLine<Columns>[]> {
  let header: Header | null = null;
  let count = 0;
  for await (const records of recordsOf(source)) {
    const written = records.filter(({ cells }) => cells.length > 1 || cells[0] !== '');
    if (!header && written.length > 0) {
      header = headerOf(written.shift()?.cells ?? [], columns, options);
    }
    count += written.length;
    if (count > options.mostLines) {
      throw new DomainError(CsvErrors['csv.too-many-lines'], { most: options.mostLines });
    }
    if (header) yield linesOf<Columns>(written, header);
  }
  if (!header) headerOf([], columns, options);
}

async function* recordsOf(source: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord[]> {
  const reader = new RecordReader();
  for await (const text of textOf(source)) yield reader.read(plainText(text), false);
  yield reader.read('', true);
}

/** Nothing that nobody can see: control characters but tabs and line breaks. */
function plainText(text: string): string {
  return invisible.test(text) ? text.replace(new RegExp(invisible, 'gu'), '') : text;
}

function linesOf<Columns extends CsvColumns>(
  records: readonly CsvRecord[],
  header: Header,
): CsvLine<Columns>[] {
  return records.map((record) => readLine<Columns>(record, header));
}

function headerOf(cells: readonly string[], columns: CsvColumns, options: CsvLineOptions): Header {
  const blank = Object.fromEntries(Object.keys(columns).map((key) => [key, null]));
  return { places: placesOf(cells, columns, options), width: cells.length, blank };
}

function placesOf(
  header: readonly string[],
  columns: CsvColumns,
  { ignoredColumns = [] }: CsvLineOptions,
): Place[] {
  const names = header.map((cell) => unguardCell(cell.trim()).toLowerCase());
  const places = Object.entries(columns).map(([key, column]) => ({
    key,
    column,
    index: names.findIndex((name) => name === column.name || name === column.title),
  }));
  const known = new Set([
    ...places.flatMap(({ column }) => [column.name, column.title]),
    ...ignoredColumns,
    // Spreadsheets leave empty columns at the end.
    '',
  ]);
  const faults = [
    ...places
      .filter(({ column, index }) => index === -1 && column.isRequired)
      .map(({ column }) => fault(column.name, 'csv.column-missing', { title: column.title })),
    ...names.filter((name) => !known.has(name)).map((name) => fault(name, 'csv.column-unknown')),
    ...places
      .filter(({ column }) => names.filter((name) => isNameOf(column, name)).length > 1)
      .map(({ column }) => fault(column.name, 'csv.column-repeated')),
  ];
  if (faults.length > 0) throw new DomainError(CsvErrors['csv.header'], {}, faults);
  return places;
}

function isNameOf(column: CsvColumn<unknown>, name: string): boolean {
  return name === column.name || name === column.title;
}

function fault(
  field: string,
  code: keyof typeof CsvErrors,
  parameters: FieldFault['parameters'] = {},
): FieldFault {
  return { field: field.slice(0, 100), code, parameters };
}

function readLine<Columns extends CsvColumns>(
  { line, cells }: CsvRecord,
  header: Header,
): CsvLine<Columns> {
  if (cells.length !== header.width) {
    const parameters = { expected: header.width, actual: cells.length };
    return { line, faults: [{ field: '', code: CsvErrors['csv.cell-count'], parameters }] };
  }
  // A copy of a whole row is cheaper than twenty fields that come one by one.
  const row: Record<string, unknown> = { ...header.blank };
  const faults: FieldFault[] = [];
  for (const { key, column, index } of header.places) {
    const value = readCell(index === -1 ? '' : (cells[index] ?? ''), column);
    if (value instanceof CellFault) {
      faults.push({ field: column.name, code: value.code, parameters: value.parameters });
    } else if (value !== null) {
      row[key] = value;
    }
  }
  return faults.length > 0 ? { line, faults } : { line, row: row as CsvRow<Columns> };
}

const requiredFault = new CellFault('field.required');

function readCell(cell: string, column: CsvColumn<unknown>): unknown {
  const text = unguardCell(cell.trim());
  if (text !== '') return column.read(text);
  return column.isRequired ? requiredFault : null;
}
