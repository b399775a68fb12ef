import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { DomainError } from '../errors/domain-error.js';
import type { FieldFault } from '../errors/domain-error.js';
import { CsvErrors } from './csv.errors.js';
import { CellFault } from './csv-columns.js';
import type { CsvColumn, CsvColumns, CsvRow } from './csv-columns.js';
import { asUtf8 } from './csv-encoding.js';
import { unguardCell } from './formula-guard.js';

/** One line of the file: its values, or what is wrong with it. */
export type CsvLine<Columns extends CsvColumns> =
  | { readonly line: number; readonly row: CsvRow<Columns> }
  | { readonly line: number; readonly faults: readonly FieldFault[] };

export interface CsvLineOptions {
  readonly mostLines: number;
  /** Columns of an export that say nothing to an import. */
  readonly ignoredColumns?: readonly string[];
}

/** No honest line is longer; an open quote would otherwise swallow the rest of the file. */
const longestLineBytes = 65_536;

interface Place {
  readonly key: string;
  readonly column: CsvColumn<unknown>;
  readonly index: number;
}

/**
 * Reads a file line by line, in memory that does not grow with it. A wrong line is told and passed
 * over; a file that cannot be read throws.
 *
 * @throws DomainError with a code of `CsvErrors`
 */
export async function* csvLines<Columns extends CsvColumns>(
  source: AsyncIterable<Buffer>,
  columns: Columns,
  options: CsvLineOptions,
): AsyncGenerator<CsvLine<Columns>> {
  let header: { places: Place[]; width: number } | null = null;
  let line = 1;
  let count = 0;
  for await (const cells of records(source)) {
    const start = line;
    line += linesOf(cells);
    if (cells.length === 1 && cells[0] === '') continue;
    if (!header) {
      header = { places: placesOf(cells, columns, options), width: cells.length };
      continue;
    }
    count += 1;
    if (count > options.mostLines) {
      throw new DomainError(CsvErrors['csv.too-many-lines'], { most: options.mostLines });
    }
    yield readLine<Columns>(start, cells, header);
  }
  if (!header) placesOf([], columns, options);
}

async function* records(source: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const parser = parse({
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestLineBytes,
  });
  const text = Readable.from(asUtf8(source), { objectMode: false });
  // `for await` sees only the parser's errors; those of the source are handed to it.
  text.on('error', (error) => parser.destroy(error));
  try {
    yield* text.pipe(parser) as AsyncIterable<string[]>;
  } catch (error) {
    throw error instanceof CsvError ? readingError(error) : error;
  } finally {
    text.destroy();
  }
}

function readingError(error: CsvError): DomainError {
  const line = Number((error as { lines?: unknown }).lines ?? 1);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new DomainError(CsvErrors['csv.quote-open'], { line });
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new DomainError(CsvErrors['csv.line-too-long'], { line });
  }
  return new DomainError(CsvErrors['csv.unreadable'], { line });
}

/** A record covers more lines of the file when its cells hold line breaks. */
function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) lines += 1;
  }
  return lines;
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
  line: number,
  cells: readonly string[],
  header: { places: readonly Place[]; width: number },
): CsvLine<Columns> {
  if (cells.length !== header.width) {
    const parameters = { expected: header.width, actual: cells.length };
    return { line, faults: [{ field: '', code: CsvErrors['csv.cell-count'], parameters }] };
  }
  const row: Record<string, unknown> = {};
  const faults: FieldFault[] = [];
  for (const { key, column, index } of header.places) {
    const value = readCell(index === -1 ? '' : (cells[index] ?? ''), column);
    row[key] = value;
    if (value instanceof CellFault) {
      faults.push({ field: column.name, code: value.code, parameters: value.parameters });
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
