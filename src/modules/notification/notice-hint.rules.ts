/** A new notice as a signal names it: whose, and which. */
export interface NoticeHint {
  readonly recipientId: string;
  readonly id: string;
}

/** Reads `kind recipient id recipient id …`; of a torn text what is whole in it. */
export function readHints(text: string): { kind: string; hints: NoticeHint[] } {
  const [kind = '', ...ids] = text.split(' ');
  const hints: NoticeHint[] = [];
  for (let at = 0; at + 1 < ids.length; at += 2) {
    hints.push({ recipientId: ids[at] ?? '', id: ids[at + 1] ?? '' });
  }
  return { kind, hints };
}
