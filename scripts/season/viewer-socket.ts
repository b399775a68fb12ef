import { connect } from 'node:net';
import type { Socket } from 'node:net';

const sharedBuffer = Buffer.allocUnsafe(65_536);
const closeOpcode = 0x8;
const ping = 0x32;
const pong = textFrame('3');

export interface ViewerPlan {
  readonly host: string;
  readonly port: number;
  /** Engine.IO messages to send one after the other, each when the last was answered. */
  readonly greetings: readonly string[];
}

/**
 * A viewer over a bare TCP socket that speaks just enough Socket.IO to join rooms and take what they
 * send: a whole client for each of thousands of viewers would mostly measure the clients.
 */
export class ViewerSocket {
  private readonly socket: Socket;
  private readonly greetings: string[];
  private partial: Buffer | null = null;
  private isUpgraded = false;
  private isWelcomed = false;
  private join: () => void = () => undefined;
  private refuse: (reason: Error) => void = () => undefined;

  /** Resolves when every greeting was answered. */
  readonly joined: Promise<void>;

  /** @param take gets each message that follows the greetings; the bytes are reused afterwards */
  constructor(
    plan: ViewerPlan,
    private readonly take: (payload: Buffer) => void,
    private readonly lost: () => void,
  ) {
    this.greetings = [...plan.greetings];
    const onread = { buffer: sharedBuffer, callback: (length: number) => this.read(length) };
    this.socket = connect({ host: plan.host, port: plan.port, onread });
    this.joined = new Promise((resolve, reject) => {
      this.join = resolve;
      this.refuse = reject;
      this.socket.once('error', reject);
      this.socket.once('close', () => {
        reject(new Error('The server closed a viewer'));
        this.lost();
      });
    });
    this.socket.write(upgradeRequest(plan));
  }

  leave(): void {
    this.socket.removeAllListeners('close');
    this.socket.destroy();
  }

  private read(length: number): boolean {
    const fresh = sharedBuffer.subarray(0, length);
    let bytes: Buffer = this.partial ? Buffer.concat([this.partial, fresh]) : fresh;
    this.partial = null;
    if (!this.isUpgraded) bytes = this.skipUpgrade(bytes);
    const rest = readFrames(bytes, (opcode, payload) => this.receive(opcode, payload));
    if (rest.length > 0) this.partial = Buffer.from(rest);
    return true;
  }

  private skipUpgrade(bytes: Buffer): Buffer {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) {
      this.partial = Buffer.from(bytes);
      return Buffer.alloc(0);
    }
    this.isUpgraded = true;
    return bytes.subarray(end + 4);
  }

  private receive(opcode: number, payload: Buffer): void {
    if (opcode === closeOpcode) this.socket.destroy();
    else if (payload.length === 1 && payload[0] === ping) this.socket.write(pong);
    else if (this.isWelcomed || isEvent(payload)) this.take(payload);
    else if (payload.includes('"ok":false')) this.refuse(new Error(payload.toString()));
    else this.greet();
  }

  private greet(): void {
    const next = this.greetings.shift();
    if (next !== undefined) this.socket.write(textFrame(next));
    else {
      this.isWelcomed = true;
      this.join();
    }
  }
}

/** `42[…` is an event; `0…` opens, `40…` connects and `43…` acknowledges. */
function isEvent(payload: Buffer): boolean {
  return payload[0] === 0x34 && payload[1] === 0x32;
}

function upgradeRequest({ host, port }: ViewerPlan): string {
  return [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${host}:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    '\r\n',
  ].join('\r\n');
}

/** Calls back with the opcode and the payload of each whole frame of a server; returns the bytes of a begun one. */
function readFrames(bytes: Buffer, take: (opcode: number, payload: Buffer) => void): Buffer {
  let start = 0;
  for (;;) {
    const frame = frameAt(bytes, start);
    if (!frame || frame.end > bytes.length) return bytes.subarray(start);
    take((bytes[start] ?? 0) & 0xf, bytes.subarray(frame.payloadStart, frame.end));
    start = frame.end;
  }
}

function frameAt(bytes: Buffer, start: number): { payloadStart: number; end: number } | null {
  if (bytes.length < start + 2) return null;
  const short = (bytes[start + 1] ?? 0) & 0x7f;
  const payloadStart = start + (short < 126 ? 2 : short === 126 ? 4 : 10);
  if (payloadStart > bytes.length) return null;
  let length = short;
  if (short === 126) length = bytes.readUInt16BE(start + 2);
  if (short === 127) length = Number(bytes.readBigUInt64BE(start + 2));
  return { payloadStart, end: payloadStart + length };
}

/** A masked text frame as clients must send it; the mask is zero. */
function textFrame(message: string): Buffer {
  const payload = Buffer.from(message);
  const isLong = payload.length > 125;
  const header = Buffer.alloc(isLong ? 8 : 6);
  header[0] = 0x81;
  header[1] = 0x80 | (isLong ? 126 : payload.length);
  if (isLong) header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}
