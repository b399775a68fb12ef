/** A value of a row for COPY; the database reads it by the type of its column. */
export type CopyValue = string | number | boolean | null | Date | readonly string[];

// Two control characters, which `plainText` takes out of every file: so no cell needs to be searched.
export const copyDelimiter = '\u001F';
export const copyNull = '\u001E';
export const copyOptions = `(DELIMITER E'\\x1F', NULL E'\\x1E')`;

const special = /[\\\n\r]/;

/** A row in the text format of COPY: https://www.postgresql.org/docs/current/sql-copy.html */
export function copyLine(values: readonly CopyValue[]): string {
  const cells = values.map(copyCell);
  const line = cells.join(copyDelimiter);
  return special.test(line) ? `${cells.map(escaped).join(copyDelimiter)}\n` : `${line}\n`;
}

function copyCell(value: CopyValue): string {
  if (typeof value === 'string') return value;
  if (value === null) return copyNull;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? arrayText(value) : String(value);
}

function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

const replacements: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

function escaped(cell: string): string {
  return cell.replace(/[\\\n\r]/g, (character) => replacements[character] ?? character);
}
