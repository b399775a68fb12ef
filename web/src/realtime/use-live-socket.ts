import { useEffect, useRef } from 'react';
import { setConnectionState } from './connection-state';
import { liveSocket } from './socket';
import type { LiveSocket } from './socket';

const pauseBeforeAnotherTry = 3000;

interface Subscription {
  /** Runs on every connection, the first and each one after a break: join and catch up here. */
  onConnect: (socket: LiveSocket) => void;
  /** Registers listeners; what it returns takes them away again. */
  listen: (socket: LiveSocket) => () => void;
  /** Says good-bye when the page goes away. */
  leave?: (socket: LiveSocket) => void;
}

/** Keeps a page subscribed for as long as it is shown and `topic` stays the same. */
export function useLiveSocket(topic: string | null, subscription: Subscription): void {
  const latest = useRef(subscription);
  useEffect(() => {
    latest.current = subscription;
  });
  useEffect(() => {
    if (topic === null) return undefined;
    let stop: (() => void) | null = null;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function start(): void {
      void liveSocket().then(
        (socket) => {
          if (!gone) stop = subscribe(socket, latest);
        },
        // Its code did not come; a network that is back brings it.
        () => {
          setConnectionState('reconnecting');
          if (!gone) timer = setTimeout(start, pauseBeforeAnotherTry);
        },
      );
    }
    start();
    return () => {
      gone = true;
      clearTimeout(timer);
      stop?.();
    };
  }, [topic]);
}

function subscribe(socket: LiveSocket, latest: { readonly current: Subscription }): () => void {
  const onConnect = () => latest.current.onConnect(socket);
  const unlisten = latest.current.listen(socket);
  socket.on('connect', onConnect);
  if (socket.connected) onConnect();
  return () => {
    socket.off('connect', onConnect);
    unlisten();
    if (socket.connected) latest.current.leave?.(socket);
  };
}
