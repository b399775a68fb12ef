/** A new notice as a signal names it: whose, and which. */
export interface NoticeHint {
  readonly recipientId: string;
  readonly id: string;
}

/** New notices of one kind: `recipient id ` for each, both as UUIDs. */
export interface NoticeHints {
  readonly kind: string;
  readonly hints: string;
}

const pairLength = 74;
/** A signal takes at most 7,900 bytes. */
const mostInSignal = 100;

/** The hints as signals take them. */
export function noticeHintTexts({ kind, hints }: NoticeHints): string[] {
  const texts: string[] = [];
  for (let at = 0; at < hints.length; at += mostInSignal * pairLength) {
    texts.push(`${kind} ${hints.slice(at, at + mostInSignal * pairLength)}`);
  }
  return texts;
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
