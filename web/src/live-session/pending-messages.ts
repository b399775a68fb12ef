/** A message that this visitor sent and the feed has not shown yet. */
export interface PendingMessage {
  readonly clientKey: string;
  readonly text: string;
  readonly state: 'sending' | 'failed';
  /** Why it was refused, in the visitor's language; empty while there is nothing to say. */
  readonly reason: string;
  /** The place that the server gave it, known once it answered. */
  readonly seq: number | null;
}

export type PendingAction =
  | { type: 'sent'; clientKey: string; text: string }
  | { type: 'accepted'; clientKey: string; seq: number }
  | { type: 'refused'; clientKey: string; reason: string }
  | { type: 'dropped'; clientKey: string };

export function reducePending(
  pending: readonly PendingMessage[],
  action: PendingAction,
): readonly PendingMessage[] {
  switch (action.type) {
    case 'sent':
      return sent(pending, action.clientKey, action.text);
    case 'accepted':
      return changed(pending, action.clientKey, { seq: action.seq });
    case 'refused':
      return changed(pending, action.clientKey, { state: 'failed', reason: action.reason });
    case 'dropped':
      return pending.filter((message) => message.clientKey !== action.clientKey);
  }
}

/** A message leaves the pending list in the moment the feed itself shows it. */
export function settled(
  pending: readonly PendingMessage[],
  events: readonly { readonly seq: number }[],
): readonly PendingMessage[] {
  if (pending.length === 0) return pending;
  const shown = new Set(events.map((event) => event.seq));
  return pending.filter((message) => message.seq === null || !shown.has(message.seq));
}

/** The same key again is the same message, tried once more. */
function sent(
  pending: readonly PendingMessage[],
  clientKey: string,
  text: string,
): readonly PendingMessage[] {
  if (pending.some((message) => message.clientKey === clientKey)) {
    return changed(pending, clientKey, { state: 'sending', reason: '' });
  }
  return [...pending, { clientKey, text, state: 'sending', reason: '', seq: null }];
}

function changed(
  pending: readonly PendingMessage[],
  clientKey: string,
  change: Partial<PendingMessage>,
): readonly PendingMessage[] {
  return pending.map((message) =>
    message.clientKey === clientKey ? { ...message, ...change } : message,
  );
}
