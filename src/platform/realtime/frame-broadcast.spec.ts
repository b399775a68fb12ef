import { once } from 'node:events';
import { createServer, request, type Server as HttpServer } from 'node:http';
import { connect, type AddressInfo, type Socket as NetSocket } from 'node:net';
import { Server, type ServerOptions } from 'socket.io';
import { io as createClient, type ManagerOptions, type Socket as Client } from 'socket.io-client';
import { broadcastFrame, type FrameReport } from './frame-broadcast.js';

const room = 'live-session:1';
const event = 'live-session.frame';

let http: HttpServer;
let server: Server;
let origin: string;
const clients: Client[] = [];
const rawSockets: NetSocket[] = [];

async function startServer(options: Partial<ServerOptions> = {}): Promise<void> {
  http = createServer();
  server = new Server(http, options);
  for (const namespace of [server.of('/'), server.of('/fair')]) {
    namespace.on('connection', (socket) => void socket.join(room));
  }
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

/** A joined client and the `n` of every frame and message that it received, in order. */
async function joinClient(options: Partial<ManagerOptions> = {}, namespace = '/') {
  const client = createClient(`${origin}${namespace}`, { forceNew: true, ...options });
  clients.push(client);
  const received: number[] = [];
  client.onAny((_name: string, { n }: { n: number }) => received.push(n));
  await once(client as unknown as NodeJS.EventEmitter, 'connect');
  return { client, received };
}

/** A viewer over a bare TCP socket that joins and then reads nothing more. */
async function joinStalledViewer(): Promise<NetSocket> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  rawSockets.push(socket);
  socket.write(
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n' +
      'Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
  );
  await once(socket, 'data');
  socket.pause();
  const joined = once(server, 'connection');
  socket.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x34, 0x30]));
  await joined;
  return socket;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const tick = () => new Promise((resolve) => setImmediate(resolve));

function add(total: FrameReport, report: FrameReport): void {
  total.written += report.written;
  total.fallback += report.fallback;
  total.cut += report.cut;
}

afterEach(async () => {
  // The server goes first: a polling client that leaves by itself still posts its farewell,
  // and that request would outlive the test.
  const left = clients.splice(0);
  server.disconnectSockets(true);
  await new Promise((resolve) => setTimeout(resolve, 50));
  left.forEach((client) => client.disconnect());
  rawSockets.splice(0).forEach((socket) => socket.destroy());
  await server.close();
});

describe('broadcastFrame', () => {
  it('keeps the order with ordinary emits, whichever path each frame takes', async () => {
    await startServer();
    const { received } = await joinClient({ transports: ['websocket'] });
    const total: FrameReport = { written: 0, fallback: 0, cut: 0 };
    for (const n of numbers(1_000)) {
      if (n % 7 < 2) server.to(room).emit('other', { n });
      else add(total, broadcastFrame(server, room, event, { n, text: 'x'.repeat(n * 20) }));
      if (n % 10 === 0) await tick();
    }
    await until(() => received.length === 1_000);
    expect(received).toEqual(numbers(1_000));
    expect(total.cut).toBe(0);
    expect(total.written).toBeGreaterThan(100);
    expect(total.fallback).toBeGreaterThan(100);
  });

  it('writes straight to an idle WebSocket and leaves Engine.IO in working order', async () => {
    await startServer({ pingInterval: 20, pingTimeout: 200 });
    const { client, received } = await joinClient({ transports: ['websocket'] });
    for (const n of numbers(20)) {
      expect(broadcastFrame(server, room, event, { n })).toEqual({
        written: 1,
        fallback: 0,
        cut: 0,
      });
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await until(() => received.length === 20);
    expect(client.connected).toBe(true);
  });

  it('reaches polling clients by the ordinary path', async () => {
    await startServer();
    const { received } = await joinClient({ transports: ['polling'] });
    for (const n of numbers(50)) {
      expect(broadcastFrame(server, room, event, { n }).fallback).toBe(1);
      if (n % 5 === 0) await until(() => received.length === n + 1);
    }
    await until(() => received.length === 50);
    expect(received).toEqual(numbers(50));
  });

  it('loses and reorders nothing while a client upgrades from polling to WebSocket', async () => {
    await startServer();
    const { client, received } = await joinClient();
    let n = 0;
    while (client.io.engine.transport.name !== 'websocket' || n < 100) {
      broadcastFrame(server, room, event, { n: n++ });
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await until(() => received.length === n);
    expect(received).toEqual(numbers(n));
  });

  it.each([0, 50, 124, 130, 20_000, 65_500, 200_000])(
    'carries %d Chinese characters and an emoji unharmed, in a namespace too',
    async (length) => {
      await startServer();
      const { client } = await joinClient({ transports: ['websocket'] }, '/fair');
      const payload = { n: 1, text: `${'聘'.repeat(length)}\u2028"👩🏽‍💻` };
      const arrived = new Promise((resolve) => client.on(event, resolve));
      expect(broadcastFrame(server.of('/fair'), room, event, payload).written).toBe(1);
      await expect(arrived).resolves.toEqual(payload);
    },
  );

  it('frames every length around the steps of the WebSocket header', async () => {
    await startServer();
    const { client } = await joinClient({ transports: ['websocket'] });
    const lengths = [...numbers(140), ...numbers(80).map((n) => 65_460 + n)];
    const received: number[] = [];
    client.on(event, ({ text }: { text: string }) => received.push(text.length));
    for (const length of lengths) {
      expect(broadcastFrame(server, room, event, { text: 'x'.repeat(length) }).written).toBe(1);
      await until(() => received.length > 0 && received.at(-1) === length);
    }
    expect(received).toEqual(lengths);
  });

  it('falls back where compression was negotiated', async () => {
    await startServer({ perMessageDeflate: { threshold: 1 } });
    const { received } = await joinClient({ transports: ['websocket'] });
    for (const n of numbers(20))
      expect(broadcastFrame(server, room, event, { n }).fallback).toBe(1);
    await until(() => received.length === 20);
    expect(received).toEqual(numbers(20));
  });

  it('sends nothing to an empty room or to other rooms', async () => {
    await startServer();
    const { received } = await joinClient({ transports: ['websocket'] });
    const nothing = { written: 0, fallback: 0, cut: 0 };
    expect(broadcastFrame(server, 'live-session:2', event, { n: 1 })).toEqual(nothing);
    server.emit('end', { n: 2 });
    await until(() => received.length > 0);
    expect(received).toEqual([2]);
  });

  it('follows every join and leave, also of a socket that joined while it was connecting', async () => {
    await startServer();
    let admit = () => {};
    server.use((socket, next) => {
      void socket.join('early');
      admit = next;
    });
    const connecting = joinClient({ transports: ['websocket'] });
    await until(() => server.sockets.adapter.rooms.has('early'));
    expect(broadcastFrame(server, 'early', event, { n: 0 }).written).toBe(0);
    admit();
    const { client, received } = await connecting;
    const socket = server.sockets.sockets.get(client.id ?? '');
    const reached = () => broadcastFrame(server, 'early', event, { n: 1 }).written;
    expect([reached(), reached()]).toEqual([1, 1]);
    void socket?.leave('early');
    expect(reached()).toBe(0);
    void socket?.join('early');
    expect(reached()).toBe(1);
    await until(() => received.length === 3);
    client.disconnect();
    await until(() => server.sockets.sockets.size === 0);
    expect(reached()).toBe(0);
  });

  it('cuts a viewer that does not read, at the bound, and serves the others on', async () => {
    await startServer();
    const { received } = await joinClient({ transports: ['websocket'] });
    const stalled = await joinStalledViewer();
    const [stalledId] = [...server.sockets.sockets.keys()].slice(-1);
    const connection = server.sockets.sockets.get(stalledId ?? '')?.conn as unknown as {
      transport: { socket: { _socket: NetSocket } };
    };
    const stream = connection.transport.socket._socket;
    const gone = once(stalled, 'close');
    const total: FrameReport = { written: 0, fallback: 0, cut: 0 };
    let mostUnread = 0;
    let n = 0;
    for (; n < 4_000 && total.cut === 0; n += 1) {
      add(total, broadcastFrame(server, room, event, { n, text: 'x'.repeat(16_384) }));
      mostUnread = Math.max(mostUnread, stream.writableLength);
      await tick();
    }
    expect(total.cut).toBe(1);
    expect(mostUnread).toBeLessThan(256 * 1024 + 17_000);
    expect(stream.destroyed).toBe(true);
    await until(() => server.sockets.sockets.size === 1);
    expect(broadcastFrame(server, room, event, { n: n++ })).toEqual({
      written: 1,
      fallback: 0,
      cut: 0,
    });
    await until(() => received.length === n);
    expect(received).toEqual(numbers(n));
    stalled.resume();
    await gone;
  });

  it('bounds the packets held for a polling client that stops asking', async () => {
    await startServer();
    const open = await poll('/socket.io/?EIO=4&transport=polling');
    const { sid } = JSON.parse(open.slice(1)) as { sid: string };
    const joined = once(server, 'connection');
    await poll(`/socket.io/?EIO=4&transport=polling&sid=${sid}`, '40');
    await joined;
    const reports = numbers(100).map((n) => broadcastFrame(server, room, event, { n }));
    expect(reports.filter((report) => report.cut === 1)).toHaveLength(1);
    expect(reports.filter((report) => report.fallback === 1).length).toBeLessThanOrEqual(65);
    await until(() => server.sockets.sockets.size === 0);
  });

  it('survives clients that leave in the middle of it, by either side', async () => {
    await startServer();
    const stayed = await joinClient({ transports: ['websocket'] });
    const leaving = await Promise.all(
      numbers(8).map((n) => joinClient({ transports: [n % 2 ? 'websocket' : 'polling'] })),
    );
    const leavers = [...server.sockets.sockets.values()].slice(1);
    for (const n of numbers(40)) {
      broadcastFrame(server, room, event, { n });
      if (n % 10 === 5) leaving.pop()?.client.disconnect();
      if (n % 10 === 7) leavers.pop()?.disconnect();
      if (n % 10 === 9) leavers.pop()?.conn.close(true);
      broadcastFrame(server, room, event, { n: n + 0.5 });
      if (n % 3 === 0) await tick();
    }
    await until(() => stayed.received.length === 80);
    expect(stayed.received).toEqual(numbers(80).map((n) => n / 2));
  });
});

async function poll(path: string, body?: string): Promise<string> {
  const message = request(`${origin}${path}`, { method: body === undefined ? 'GET' : 'POST' });
  message.end(body);
  const [response] = (await once(message, 'response')) as [AsyncIterable<Buffer>];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
