import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { ViewerSocket } from './viewer-socket.js';

type Reply = (answer: { ok: boolean }) => void;

let http: HttpServer;
let server: Server;
const viewers: ViewerSocket[] = [];

beforeEach(async () => {
  http = createServer();
  server = new Server(http, { pingInterval: 50, pingTimeout: 200 });
  server.on('connection', (socket) => {
    socket.on('enter', async (room: string, reply: Reply) => {
      if (room === 'open') await socket.join(room);
      reply({ ok: room === 'open' });
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});

afterEach(async () => {
  for (const viewer of viewers.splice(0)) viewer.leave();
  await server.close();
});

function view(room: string) {
  const received: string[] = [];
  const state = { received, lost: 0 };
  const { port } = http.address() as AddressInfo;
  const viewer = new ViewerSocket(
    { host: '127.0.0.1', port, greetings: ['40', `420${JSON.stringify(['enter', room])}`] },
    (payload) => received.push(payload.toString()),
    () => (state.lost += 1),
  );
  viewers.push(viewer);
  return { viewer, state };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('a light viewer', () => {
  it('joins a room and gets what is sent to it, however long', async () => {
    const { viewer, state } = view('open');
    await viewer.joined;
    const texts = ['聘', 'x'.repeat(200), 'x'.repeat(200_000), 'end'];
    for (const text of texts) server.to('open').emit('frame', { text });
    await until(() => state.received.length === texts.length);
    expect(state.received).toEqual(texts.map((text) => `42${JSON.stringify(['frame', { text }])}`));
  });

  it('answers pings, so that it stays', async () => {
    const { viewer, state } = view('open');
    await viewer.joined;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect([server.sockets.sockets.size, state.lost]).toEqual([1, 0]);
  });

  it('tells when it may not join', async () => {
    await expect(view('closed').viewer.joined).rejects.toThrow('"ok":false');
  });

  it('tells when the server lets it go', async () => {
    const { viewer, state } = view('open');
    await viewer.joined;
    server.disconnectSockets(true);
    await until(() => state.lost > 0);
    expect(state.lost).toBe(1);
  });
});
