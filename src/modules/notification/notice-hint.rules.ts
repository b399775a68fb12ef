/** A new notice as a socket hint names it: whose, and which. */
export interface NoticeHint {
  readonly recipientId: string;
  readonly id: string;
}

/**
 * Packs hints of one kind into texts of at most `longest` bytes: `kind recipient id recipient id`.
 * All parts are ASCII, so length counts bytes.
 */
export function packHints(kind: string, hints: readonly NoticeHint[], longest: number): string[] {
  const texts: string[] = [];
  let text = kind;
  for (const { recipientId, id } of hints) {
    const pair = ` ${recipientId} ${id}`;
    if (text.length + pair.length > longest && text !== kind) {
      texts.push(text);
      text = kind;
    }
    text += pair;
  }
  return text === kind ? texts : [...texts, text];
}

/** The other way round; a torn text gives what is whole in it. */
export function unpackHints(text: string): { kind: string; hints: NoticeHint[] } {
  const [kind = '', ...ids] = text.split(' ');
  const hints: NoticeHint[] = [];
  for (let at = 0; at + 1 < ids.length; at += 2) {
    hints.push({ recipientId: ids[at] ?? '', id: ids[at + 1] ?? '' });
  }
  return { kind, hints };
}
