/** Full-width digits, brackets and blanks are how numbers come out of papers and messages. */
export function phoneOf(text: string): string {
  return text.normalize('NFKC').replace(/[()]/g, ' ').replace(/\s+/g, ' ').trim();
}

export function isPhone(text: string): boolean {
  return /^[+\d][\d\s-]{5,19}$/.test(phoneOf(text));
}
