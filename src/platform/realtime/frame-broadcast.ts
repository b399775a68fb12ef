import { Socket as NetSocket } from 'node:net';
import { Namespace, type Server, type Socket } from 'socket.io';

/** What became of one frame: sockets written directly, sent the ordinary way, cut for not reading. */
export interface FrameReport {
  written: number;
  fallback: number;
  cut: number;
}

/** How much one socket may leave unread before it is cut. */
export interface UnreadLimit {
  bytes: number;
  packets: number;
}

const defaultLimit: UnreadLimit = { bytes: 256 * 1024, packets: 64 };

/**
 * Sends one event to every local socket of a room at about the price of the kernel's write: the
 * packet is encoded once and its bytes go straight to each WebSocket. A socket on polling, with
 * packets still queued in Engine.IO (order!) or of an unknown shape takes the ordinary path.
 *
 * Replaces `namespace.local.to(room).emit` for plain JSON payloads (no binary, no acknowledgement).
 * A viewer that leaves more than `limit` unread is cut; it comes back and catches up over HTTP.
 */
export function broadcastFrame(
  target: Namespace | Server,
  room: string,
  event: string,
  payload: object,
  limit: UnreadLimit = defaultLimit,
): FrameReport {
  const namespace = target instanceof Namespace ? target : target.sockets;
  const report: FrameReport = { written: 0, fallback: 0, cut: 0 };
  const connections = connectionsIn(namespace, room);
  if (connections.length === 0) return report;
  const frame = encodeFrame(namespace.name, event, payload);
  for (const connection of connections) {
    const outcome = deliver(connection, frame, limit);
    if (outcome) report[outcome] += 1;
  }
  return report;
}

type Connection = Socket['conn'];

/** Who is in a room, kept while nobody joins or leaves: two look-ups less per viewer and frame. */
const knownRooms = new WeakMap<Namespace['adapter'], Map<string, readonly Connection[]>>();

function connectionsIn({ adapter, sockets }: Namespace, room: string): readonly Connection[] {
  const rooms = knownRooms.get(adapter) ?? watchRooms(adapter);
  const known = rooms.get(room);
  if (known) return known;
  const members = [...(adapter.rooms.get(room) ?? [])].map((id) => sockets.get(id)?.conn);
  const connections = members.filter((connection) => connection !== undefined);
  // A member without a socket is still connecting; nothing will tell when it is done.
  if (connections.length > 0 && connections.length === members.length) rooms.set(room, connections);
  return connections;
}

function watchRooms(adapter: Namespace['adapter']): Map<string, readonly Connection[]> {
  const rooms = new Map<string, readonly Connection[]>();
  const forget = (room: string) => rooms.delete(room);
  adapter.on('join-room', forget);
  adapter.on('leave-room', forget);
  knownRooms.set(adapter, rooms);
  return rooms;
}

/** One frame in both shapes: for Engine.IO, and as the finished bytes of a WebSocket message. */
interface EncodedFrame {
  packet: string;
  bytes: Buffer;
  options: { compress: boolean; wsPreEncodedFrame: Buffer[] };
}

/** The parts of an uncompressed `ws` WebSocket that its types hide. */
interface RawWebSocket {
  readyState: number;
  terminate: () => void;
  _socket: NetSocket;
}

const webSocketOpen = 1;

function deliver(
  connection: Connection,
  frame: EncodedFrame,
  limit: UnreadLimit,
): keyof FrameReport | undefined {
  if (connection.readyState !== 'open') return undefined;
  const webSocket = rawWebSocket(connection.transport);
  if (webSocket && webSocket.readyState !== webSocketOpen) return undefined;
  const queuedPackets = countQueuedPackets(connection);
  if (exceeds(limit, queuedPackets, webSocket)) {
    cut(connection, webSocket);
    return 'cut';
  }
  // Engine.IO hands its packets to the stream in one go, so with none queued these bytes come
  // after all that was emitted before and ahead of all that follows.
  if (webSocket && queuedPackets === 0) {
    webSocket._socket.write(frame.bytes);
    return 'written';
  }
  connection.write(frame.packet, frame.options);
  return 'fallback';
}

function exceeds(limit: UnreadLimit, queuedPackets = 0, webSocket?: RawWebSocket): boolean {
  const unreadBytes = webSocket?._socket.writableLength ?? 0;
  return queuedPackets > limit.packets || unreadBytes > limit.bytes;
}

function cut(connection: Connection, webSocket: RawWebSocket | undefined): void {
  // An orderly close would wait behind the very bytes that nobody reads.
  if (webSocket) webSocket.terminate();
  else connection.close(true);
}

function countQueuedPackets(connection: object): number | undefined {
  if (!('writeBuffer' in connection) || !Array.isArray(connection.writeBuffer)) return undefined;
  return connection.writeBuffer.length;
}

function rawWebSocket(transport: Connection['transport']): RawWebSocket | undefined {
  if (transport.name !== 'websocket' || !('socket' in transport)) return undefined;
  if (!('perMessageDeflate' in transport) || transport.perMessageDeflate) return undefined;
  return isRawWebSocket(transport.socket) ? transport.socket : undefined;
}

function isRawWebSocket(value: unknown): value is RawWebSocket {
  return (
    typeof value === 'object' &&
    value !== null &&
    'readyState' in value &&
    'terminate' in value &&
    '_socket' in value &&
    value._socket instanceof NetSocket
  );
}

function encodeFrame(namespace: string, event: string, payload: object): EncodedFrame {
  const prefix = namespace === '/' ? '2' : `2${namespace},`;
  const packet = prefix + JSON.stringify([event, payload]);
  const bytes = encodeTextMessage(`4${packet}`);
  return { packet, bytes, options: { compress: true, wsPreEncodedFrame: [bytes] } };
}

/** RFC 6455 §5.2: a final, unmasked text frame. */
function encodeTextMessage(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const message = Buffer.allocUnsafe(headerLength + length);
  message[0] = 0x81;
  message[1] = headerLength === 2 ? length : headerLength === 4 ? 126 : 127;
  if (headerLength === 4) message.writeUInt16BE(length, 2);
  if (headerLength === 10) message.writeBigUInt64BE(BigInt(length), 2);
  message.write(text, headerLength);
  return message;
}
