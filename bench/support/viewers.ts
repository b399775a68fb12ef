/**
 * A crowd in a process of its own: bare TCP sockets that speak just enough Socket.IO to join, count
 * the messages they get, and compare each with what the other viewers got.
 */
import { connect, type Socket } from 'node:net';
import type { CrowdCommand, CrowdPlan, CrowdReport } from './crowd.js';
import { readFrames, textFrame } from './websocket-frames.js';

const plan = JSON.parse(process.argv[2] ?? '{}') as CrowdPlan;
const sharedBuffer = Buffer.allocUnsafe(65_536);
const pong = textFrame('3');
const upgradeRequest = [
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
  `Host: ${plan.address}:${plan.port}`,
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  ...(plan.cookie ? [`Cookie: ${plan.cookie}`] : []),
  '\r\n',
].join('\r\n');

/** What every viewer got since the start, in order. */
const transcript: Buffer[] = [];
let counting = false;
let received = 0;
let reported = 0;
let strayed = 0;

class Viewer {
  private readonly socket: Socket;
  private readonly greetings = [...plan.greetings];
  private partial: Buffer | undefined;
  private upgraded = false;
  private position = 0;

  constructor(
    private readonly joined: () => void,
    failed: (error: Error) => void,
  ) {
    const onread = { buffer: sharedBuffer, callback: (length: number) => this.read(length) };
    this.socket = connect({ port: plan.port, host: plan.address, onread });
    this.socket.once('error', failed);
    this.socket.write(upgradeRequest);
  }

  get messages(): number {
    return this.position;
  }

  private read(length: number): boolean {
    const fresh = sharedBuffer.subarray(0, length);
    let bytes: Buffer = this.partial ? Buffer.concat([this.partial, fresh]) : fresh;
    this.partial = undefined;
    if (!this.upgraded) bytes = this.skipUpgrade(bytes);
    const rest = readFrames(bytes, (payload) => this.take(payload));
    if (rest.length > 0) this.partial = Buffer.from(rest);
    return true;
  }

  private skipUpgrade(bytes: Buffer): Buffer {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) {
      this.partial = Buffer.from(bytes);
      return Buffer.alloc(0);
    }
    this.upgraded = true;
    return bytes.subarray(end + 4);
  }

  private take(payload: Buffer): void {
    if (payload.length === 1 && payload[0] === 0x32) this.socket.write(pong);
    else if (counting) this.compare(payload);
    else if (payload[0] === 0x30 || payload[1] === 0x30 || payload[1] === 0x33) this.greet();
  }

  /** Each answer of the server, to the opening, to CONNECT, to an acknowledged event, asks for the next. */
  private greet(): void {
    const next = this.greetings.shift();
    if (next === undefined) this.joined();
    else this.socket.write(textFrame(next));
  }

  private compare(payload: Buffer): void {
    const expected = transcript[this.position];
    if (!expected) transcript.push(Buffer.from(payload));
    else if (!payload.equals(expected)) strayed += 1;
    this.position += 1;
    received += 1;
  }
}

const viewers: Viewer[] = [];
const report = (message: CrowdReport) => process.send?.(message);

function joinOne(): Promise<void> {
  return new Promise((resolve, reject) => {
    viewers.push(new Viewer(resolve, reject));
  });
}

async function joinAll(): Promise<void> {
  const wave = 50;
  for (let joined = 0; joined < plan.viewers; joined += wave) {
    const size = Math.min(wave, plan.viewers - joined);
    await Promise.all(Array.from({ length: size }, joinOne));
  }
  report({ kind: 'joined' });
}

const commands: Record<CrowdCommand, () => void> = {
  count: () => {
    counting = true;
    report({ kind: 'received', messages: 0 });
  },
  finish: () => {
    const fewest = viewers.reduce((least, viewer) => Math.min(least, viewer.messages), Infinity);
    report({
      kind: 'finished',
      transcript: transcript.map((payload) => payload.toString()),
      fewest,
      strayed,
    });
  },
};

process.on('message', (command: CrowdCommand) => commands[command]());
process.on('disconnect', () => process.exit());
setInterval(() => {
  if (received === reported) return;
  reported = received;
  report({ kind: 'received', messages: received });
}, 2);
await joinAll();
