import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { io } from 'socket.io-client';
import { Person } from '../../support/person.js';
import { startTestApp } from '../../support/start-app.js';
import type { TestApp } from '../../support/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

async function open(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setEncoding('utf8');
  await once(socket, 'connect');
  return socket;
}

async function answerOn(socket: Socket): Promise<string> {
  let text = '';
  for (;;) {
    const [part] = (await once(socket, 'data')) as [string];
    text += part;
    const [head = '', body] = text.split('\r\n\r\n');
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (body !== undefined && Buffer.byteLength(body) >= length) return text;
  }
}

describe('a wish for another protocol', () => {
  const body = JSON.stringify({ email: 'nobody@people.example', password: 'not the password' });
  const upgrades = [
    'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__',
    'Connection: Upgrade\r\nUpgrade: websocket',
  ];

  it.each(upgrades)('is passed over outside of the sockets: %j', async (upgrade) => {
    const socket = await open(app.url);
    socket.write(
      `POST /api/auth/sign-in/email HTTP/1.1\r\nHost: fair\r\n${upgrade}\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    const answer = await answerOn(socket);
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(answer).toContain('identity.credentials-wrong');
    socket.write(`GET /health/live HTTP/1.1\r\nHost: fair\r\n\r\n`);
    expect(await answerOn(socket)).toMatch(/^HTTP\/1.1 200 /);
    socket.destroy();
  });
});

describe('one connection of a socket', () => {
  it('is one person, and ends when another is introduced on it', async () => {
    const client = io(app.url, { transports: ['websocket'], reconnection: false });
    await new Promise((resolve) => client.once('connect', () => resolve(undefined)));
    const ended = new Promise((resolve) => client.once('disconnect', resolve));
    // The packet that introduces somebody, without the digit that the engine puts before it.
    client.io.engine.write('0');
    expect(await ended).toBe('transport close');
  });
});

describe('a stop', () => {
  it('waits for the request in hand and for nothing after it', async () => {
    const stopping = await startTestApp();
    const socket = await open(stopping.url);
    const body = JSON.stringify({ email: 'nobody@people.example', password: 'x'.repeat(12) });
    socket.write(
      `POST /api/auth/sign-in/email HTTP/1.1\r\nHost: fair\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${body.length}\r\n\r\n`,
    );
    await Person.visitor(stopping.url).get('/health/live');
    const begun = Date.now();
    const stopped = stopping.stop();
    setTimeout(() => socket.write(body), 1_000);
    const answer = await answerOn(socket);
    expect(answer).toMatch(/^HTTP\/1.1 401 /);
    expect(answer).toMatch(/connection: close/i);
    await stopped;
    expect(Date.now() - begun).toBeLessThan(8_000);
  });
});
