import { useEffect, useReducer, useRef } from 'react';
import { api } from '../api/client';
import { newKey } from '../api/new-key';
import { useProblemText } from '../ui/problem-text';
import { ask, liveSocket } from '../realtime/socket';
import type { LiveSocket } from '../realtime/socket';
import { useLiveSocket } from '../realtime/use-live-socket';
import type { ClientToServerEvents, LiveSessionFrame } from '../realtime/socket-events';
import { emptyFeed, isMissingEvents, reduceFeed } from './feed';
import type { FeedAction, FeedState } from './feed';

const pauseBetweenCatchUps = 1500;
const catchUpLimit = 200;

export interface Feed {
  readonly state: FeedState;
  readonly say: (text: string) => void;
  readonly sayAgain: (clientKey: string, text: string) => void;
  readonly drop: (clientKey: string) => void;
}

/** One session's feed: frames from the socket, and HTTP for whatever they leave out. */
export function useFeed(sessionId: string): Feed {
  const [state, dispatch] = useReducer(reduceFeed, emptyFeed);
  const contiguousTo = useRef(0);
  useEffect(() => {
    contiguousTo.current = state.contiguousTo;
  });
  useLiveSocket(`live-session:${sessionId}`, {
    onConnect: (socket) => void join(socket, sessionId, contiguousTo.current, dispatch),
    listen: (socket) => {
      const onFrame = (slice: LiveSessionFrame): void => {
        if (slice.sessionId === sessionId) dispatch({ type: 'frame', slice });
      };
      socket.on('live-session.frame', onFrame);
      return () => socket.off('live-session.frame', onFrame);
    },
    leave: (socket) => void ask(socket, 'live-session.leave', { sessionId }),
  });
  useCatchUp(sessionId, state, dispatch);

  const send = useSend(sessionId, dispatch);
  return {
    state,
    say: (text) => void send(newKey(), text),
    sayAgain: (clientKey, text) => void send(clientKey, text),
    drop: (clientKey) => dispatch({ type: 'dropped', clientKey }),
  };
}

type Dispatch = (action: FeedAction) => void;

async function join(
  socket: LiveSocket,
  sessionId: string,
  since: number,
  dispatch: Dispatch,
): Promise<void> {
  const message = since > 0 ? { sessionId, since } : { sessionId };
  const answer = await ask(socket, 'live-session.join', message);
  if (answer.ok) dispatch({ type: 'joined', snapshot: answer.data });
}

/** While something is missing, asks for it; pauses between requests so that a hole cannot spin. */
function useCatchUp(sessionId: string, state: FeedState, dispatch: Dispatch): void {
  const isMissing = isMissingEvents(state);
  const since = state.contiguousTo;
  const lastAsked = useRef(-1);
  useEffect(() => {
    if (!isMissing) return undefined;
    const isStuck = lastAsked.current === since;
    lastAsked.current = since;
    const timer = setTimeout(
      () => void catchUp(sessionId, since, dispatch),
      isStuck ? pauseBetweenCatchUps : 0,
    );
    return () => clearTimeout(timer);
  }, [sessionId, isMissing, since, state.highestSeen, dispatch]);
}

async function catchUp(sessionId: string, since: number, dispatch: Dispatch): Promise<void> {
  const { data } = await api
    .GET('/api/v1/live-sessions/{id}/events', {
      params: { path: { id: sessionId }, query: { since, limit: catchUpLimit } },
    })
    .catch(() => ({ data: undefined }));
  if (data !== undefined) dispatch({ type: 'caught-up', slice: data });
}

async function say(message: Parameters<ClientToServerEvents['live-session.say']>[0]) {
  const socket = await liveSocket().catch(() => null);
  return socket === null
    ? ({ ok: false, code: 'network', title: '' } as const)
    : ask(socket, 'live-session.say', message);
}

function useSend(sessionId: string, dispatch: Dispatch) {
  const textOf = useProblemText();
  return async (clientKey: string, text: string): Promise<void> => {
    dispatch({ type: 'sent', clientKey, text });
    const answer = await say({ sessionId, text, clientKey });
    if (answer.ok) {
      dispatch({ type: 'accepted', clientKey, seq: answer.data.seq });
    } else {
      const reason = textOf({ ...answer, status: 0, errors: [] });
      dispatch({ type: 'refused', clientKey, reason });
    }
  };
}
