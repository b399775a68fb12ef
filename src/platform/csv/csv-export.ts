import { Readable } from 'node:stream';
import { guardCell } from './formula-guard.js';

export type CsvValue = string | number | boolean | null | Date | readonly string[];

/** Excel takes a file without it for GBK. */
const byteOrderMark = '\uFEFF';
const lineEnd = '\r\n';

/**
 * A file for spreadsheets: UTF-8 with a mark, each cell quoted, none a formula. Rows come in
 * batches, so that neither memory nor a connection is held while a slow reader takes them.
 */
export function csvStream(
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvValue[])[]>,
): Readable {
  return Readable.from(textOf(header, batches), { objectMode: false });
}

async function* textOf(
  header: readonly string[],
  batches: AsyncIterable<readonly (readonly CsvValue[])[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(header);
  for await (const rows of batches) yield rows.map(csvLine).join('');
}

function csvLine(values: readonly CsvValue[]): string {
  return values.map(csvCell).join(',') + lineEnd;
}

function csvCell(value: CsvValue): string {
  return `"${guardCell(textCell(value)).replaceAll('"', '""')}"`;
}

function textCell(value: CsvValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? value.join(';') : String(value);
}

/** All rows of a query by keyset, one short statement for each batch. */
export async function* batchesOf<Row extends { readonly id: string }>(
  read: (afterId: string | null, limit: number) => Promise<Row[]>,
  cellsOf: (row: Row) => readonly CsvValue[],
  limit = 1_000,
): AsyncGenerator<CsvValue[][]> {
  let afterId: string | null = null;
  for (;;) {
    const rows: Row[] = await read(afterId, limit);
    if (rows.length > 0) yield rows.map((row) => [...cellsOf(row)]);
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    afterId = last.id;
  }
}
