/** A value of a row for COPY; the database reads it by the type of its column. */
export type CopyValue = string | number | boolean | null | Date | readonly string[];

/** A row in the text format of COPY: https://www.postgresql.org/docs/current/sql-copy.html */
export function copyLine(values: readonly CopyValue[]): string {
  return `${values.map(copyCell).join('\t')}\n`;
}

function copyCell(value: CopyValue): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escape(value);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? escape(arrayText(value)) : String(value);
}

function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

const special = /[\\\t\n\r]/;
const replacements: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function escape(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/[\\\t\n\r]/g, (character) => replacements[character] ?? character);
}
