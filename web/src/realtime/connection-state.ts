import { useSyncExternalStore } from 'react';

/** `connecting` until the first success; afterwards `reconnecting` whenever the line is down. */
export type ConnectionState = 'connecting' | 'online' | 'reconnecting';

let state: ConnectionState = 'connecting';
const listeners = new Set<() => void>();

export function setConnectionState(next: ConnectionState): void {
  state = next;
  for (const listener of listeners) listener();
}

export function useConnectionState(): ConnectionState {
  return useSyncExternalStore(subscribe, () => state);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
