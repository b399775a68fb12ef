import i18next from 'i18next';
import type { Socket } from 'socket.io-client';
import { setConnectionState } from './connection-state';
import type { ClientToServerEvents, ServerToClientEvents } from './socket-events';

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

const answerWithin = 8000;
const connectWithin = 8000;
/** A first connection that takes longer is told to the visitor like a lost one. */
const patience = 4000;

/** First and longest wait, in milliseconds, after the server itself ended the connection. */
const shortestAbsence = 1000;
const longestAbsence = 60_000;
/** A connection that lasted this long starts the waits from the shortest again. */
const settledAfter = 30_000;

let opening: Promise<LiveSocket> | null = null;
let onSentAway: () => void = () => undefined;

/** The server ends a connection mostly because its session ended: who asks is to be read anew. */
export function whenSentAway(listener: () => void): void {
  onSentAway = listener;
}

/** The page's one connection, made (and its code loaded) when the first page needs it. */
export function liveSocket(): Promise<LiveSocket> {
  opening ??= open().catch((fault: unknown) => {
    opening = null;
    throw fault;
  });
  return opening;
}

/** Who asks, and in which language, is read by the server only when a connection starts. */
export async function introduceAgain(): Promise<void> {
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
    // A function, so that each connection says the language that the page has by then.
    auth: (tell) => tell({ language: i18next.language }),
  });
  setTimeout(() => !socket.connected && setConnectionState('reconnecting'), patience);
  socket.on('connect', () => setConnectionState('online'));
  socket.on('disconnect', () => setConnectionState('reconnecting'));
  socket.on('connect_error', () => setConnectionState('reconnecting'));
  comeBackWhenSentAway(socket);
  socket.on('server.restarting', ({ retryInMs }) => {
    socket.disconnect();
    setTimeout(() => socket.connect(), retryInMs * (0.5 + Math.random()));
  });
  return socket;
}

/** Socket.IO comes back by itself only where the line broke, not where the server ended it. */
function comeBackWhenSentAway(socket: LiveSocket): void {
  let absences = 0;
  let connectedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function comeBack(): void {
    clearTimeout(timer);
    const pause = Math.min(longestAbsence, shortestAbsence * 2 ** absences);
    absences += 1;
    timer = setTimeout(() => socket.connect(), pause * (0.5 + Math.random()));
  }
  socket.on('connect', () => {
    connectedAt = performance.now();
  });
  socket.on('disconnect', (reason) => {
    if (reason !== 'io server disconnect') return;
    if (performance.now() - connectedAt > settledAfter) absences = 0;
    onSentAway();
    comeBack();
  });
  socket.on('connect_error', () => {
    if (!socket.active) comeBack();
  });
}
