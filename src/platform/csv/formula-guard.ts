/** What makes a spreadsheet take a cell for a formula, also in the full width of Chinese input. */
const formulaStart = /^[=+\-@＝＋－＠\t\r\n]/;

/** Keeps a spreadsheet from calculating a cell: it then shows the text as it is. */
export function guardCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** Takes the guard off again, so that an exported file can be imported. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1, 2)) ? text.slice(1) : text;
}
