/**
 * How many characters a text has, as Postgres counts them: one outside Unicode's basic plane, such as
 * 𠮷 in a name or an emoji, is one, where JavaScript counts two.
 */
export function characters(text: string): number {
  return text.length - (text.match(/[\u{10000}-\u{10ffff}]/gu)?.length ?? 0);
}
