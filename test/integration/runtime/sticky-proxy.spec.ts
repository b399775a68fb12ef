import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startStickyProxy } from '../../../scripts/runtime/sticky-proxy.mjs';
import type { StickyProxy } from '../../../scripts/runtime/sticky-proxy.mjs';

let nodes: Server[];
let proxy: StickyProxy;

beforeEach(async () => {
  nodes = await Promise.all(['first', 'second'].map(startNode));
  proxy = await startStickyProxy(nodes.map((node) => (node.address() as AddressInfo).port));
});

afterEach(async () => {
  await proxy.close();
  for (const node of nodes) await stopNode(node);
});

/** Answers with its name, the method and the length of the body. */
async function startNode(name: string): Promise<Server> {
  const node = createServer((request, response) => {
    let length = 0;
    request.on('data', (chunk: Buffer) => (length += chunk.length));
    request.on('end', () => response.end(`${name} ${request.method} ${length}`));
  });
  node.on('upgrade', (_request, socket) => {
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: echo\r\nconnection: upgrade\r\n\r\n`,
    );
    socket.on('end', () => socket.end());
    socket.on('data', (chunk: Buffer) => socket.write(`${name} heard ${chunk.toString()}`));
  });
  await new Promise<void>((resolve) => node.listen(0, '127.0.0.1', resolve));
  return node;
}

async function stopNode(node: Server): Promise<void> {
  node.closeAllConnections();
  await new Promise((resolve) => node.close(resolve));
}

async function ask(path: string, options: RequestInit = {}) {
  const response = await fetch(proxy.url + path, options);
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  return { status: response.status, name: (await response.text()).split(' ')[0], cookie };
}

describe('the proxy of the many-machines shape', () => {
  it('spreads newcomers and keeps each with the node that it met first', async () => {
    const visits = [await ask('/'), await ask('/')];
    expect(new Set(visits.map((visit) => visit.name))).toEqual(new Set(['first', 'second']));

    for (const { name, cookie } of visits) {
      const again = await ask('/', { headers: { cookie } });
      expect(again).toEqual({ status: 200, name, cookie: '' });
    }
  });

  it('keeps all requests of one polling connection with one node, also without cookies', async () => {
    const polling = '/socket.io/?EIO=4&transport=polling';
    const upgrade = '/socket.io/?EIO=4&transport=websocket&sid=abc';
    const names = [await ask(polling), await ask(polling), await ask(upgrade)].map(
      ({ name }) => name,
    );

    expect(new Set(names).size).toBe(1);
  });

  it('asks the next node while one does not accept connections, with the whole body', async () => {
    await stopNode(nodes[0] as Server);
    const body = 'x'.repeat(100_000);

    for (let round = 0; round < 4; round += 1) {
      const response = await fetch(proxy.url, { method: 'POST', body });
      expect(await response.text()).toBe('second POST 100000');
    }
  });

  it('answers 503 and not silence when no node is there', async () => {
    for (const node of nodes) await stopNode(node);

    const response = await fetch(proxy.url);

    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('1');
  });

  it('passes sockets through in both directions', async () => {
    const { port } = new URL(proxy.url);
    const socket = connect(Number(port), '127.0.0.1');
    const heard = new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.includes('101')) socket.write('hello');
        if (text.includes('heard hello')) resolve(text);
      });
    });
    socket.write('GET / HTTP/1.1\r\nhost: fair\r\nconnection: upgrade\r\nupgrade: echo\r\n\r\n');

    expect(await heard).toMatch(/(first|second) heard hello/);
    socket.destroy();
  });
});
