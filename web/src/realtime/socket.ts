import type { Socket } from 'socket.io-client';
import { setConnectionState } from './connection-state';
import type { ClientToServerEvents, ServerToClientEvents } from './socket-events';

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

const answerWithin = 8000;
const connectWithin = 8000;
/** A first connection that takes longer is told to the visitor like a lost one. */
const patience = 4000;

let opening: Promise<LiveSocket> | null = null;

/** The page's one connection, made (and its code loaded) when the first page needs it. */
export function liveSocket(): Promise<LiveSocket> {
  opening ??= open().catch((fault: unknown) => {
    opening = null;
    throw fault;
  });
  return opening;
}

/** Signing in or out changes who asks; the server reads that only when a connection starts. */
export async function reconnectAsSomeoneElse(): Promise<void> {
  if (opening === null) return;
  const socket = await opening;
  socket.disconnect().connect();
}

/** Sends one message and waits for its answer; a silent server counts as a refusal. */
export async function ask<Name extends keyof ClientToServerEvents>(
  socket: LiveSocket,
  name: Name,
  message: Parameters<ClientToServerEvents[Name]>[0],
): Promise<AnswerOf<Name>> {
  try {
    const timed = socket.timeout(answerWithin);
    // Socket.IO cannot follow a name that is still generic; the signature above keeps it typed.
    const send = timed.emitWithAck.bind(timed) as unknown as (
      name: string,
      message: unknown,
    ) => Promise<AnswerOf<Name>>;
    return await send(name, message);
  } catch {
    return { ok: false, code: 'network', title: '' } as AnswerOf<Name>;
  }
}

type AnswerOf<Name extends keyof ClientToServerEvents> = Parameters<
  Parameters<ClientToServerEvents[Name]>[1]
>[0];

async function open(): Promise<LiveSocket> {
  const { io } = await import('socket.io-client');
  const socket: LiveSocket = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    timeout: connectWithin,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    randomizationFactor: 0.5,
  });
  setTimeout(() => !socket.connected && setConnectionState('reconnecting'), patience);
  socket.on('connect', () => setConnectionState('online'));
  socket.on('disconnect', () => setConnectionState('reconnecting'));
  socket.on('connect_error', () => setConnectionState('reconnecting'));
  socket.on('server.restarting', ({ retryInMs }) => {
    socket.disconnect();
    setTimeout(() => socket.connect(), retryInMs * (0.5 + Math.random()));
  });
  return socket;
}
