/** Something the person at the keyboard can act on: shown as one line, never with a stack. */
export class Problem extends Error {}

/** One line for any error; only a `Problem` is written for people, the rest gets its first line. */
export function oneLine(error) {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.split('\n', 1)[0].trim();
}
