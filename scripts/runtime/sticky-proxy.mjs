import { createHash } from 'node:crypto';
import { createServer, request as sendRequest } from 'node:http';
import { connect } from 'node:net';

const routeCookie = 'cloudfair_route';

/**
 * What deploy/nginx.conf does, small enough for tests: a browser stays at the node that it met
 * first, and goes to the next one while that one does not accept connections.
 *
 * @param {number[]} ports of the nodes, on the loopback address
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startStickyProxy(ports, port = 0) {
  let newcomers = 0;
  const choose = (request) => {
    const known = knownNode(request, ports.length);
    if (known !== null) return { first: known };
    newcomers = (newcomers + 1) % ports.length;
    return {
      first: newcomers,
      cookie: `${routeCookie}=${newcomers}; Path=/; HttpOnly; SameSite=Lax`,
    };
  };
  const inOrder = (first) => ports.map((_, offset) => ports[(first + offset) % ports.length]);
  const server = createServer((request, response) => {
    const { first, cookie } = choose(request);
    forward(request, response, { candidates: inOrder(first), cookie });
  });
  // Longer than a client keeps an idle connection: it must never send into a closing one.
  server.keepAliveTimeout = 75_000;
  const tunnels = new Set();
  server.on('upgrade', (request, socket, head) => {
    tunnels.add(socket);
    socket.on('close', () => tunnels.delete(socket));
    tunnel(request, socket, { candidates: inOrder(choose(request).first), head });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
        for (const socket of tunnels) socket.destroy();
      }),
  };
}

/** One connection of Socket.IO may be many requests: they need one node, also without cookies. */
function knownNode(request, count) {
  const [, value] = new RegExp(`${routeCookie}=(\\d+)`).exec(request.headers.cookie ?? '') ?? [];
  if (value) return Number(value) % count;
  if (!/^\/socket[.]io\/.*[?&](transport=polling|sid=)/.test(request.url)) return null;
  const digest = createHash('sha256')
    .update(request.socket.remoteAddress ?? '')
    .digest();
  return digest[0] % count;
}

/** Another node is asked only as long as none has seen the request. */
function forward(request, response, { candidates, cookie }) {
  const [port, ...others] = candidates;
  if (port === undefined) return refuse(response, 503);
  const onward = sendRequest({
    host: '127.0.0.1',
    port,
    method: request.method,
    path: request.url,
    headers: forwardedHeaders(request),
    agent: false,
  });
  let seen = false;
  onward.on('socket', (socket) =>
    socket.once('connect', () => {
      seen = true;
      request.pipe(onward);
    }),
  );
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode, withCookie(answer.headers, cookie));
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  onward.on('error', () => {
    if (!seen) return forward(request, response, { candidates: others, cookie });
    return refuse(response, 502);
  });
  response.on('close', () => onward.destroy());
}

function tunnel(request, socket, { candidates, head }) {
  const [port, ...others] = candidates;
  if (port === undefined) return socket.destroy();
  const onward = connect({ port, host: '127.0.0.1' });
  let seen = false;
  onward.once('connect', () => {
    seen = true;
    onward.write(handshake(request));
    onward.write(head);
    socket.pipe(onward).pipe(socket);
  });
  onward.on('error', () => {
    if (seen) socket.destroy();
    else tunnel(request, socket, { candidates: others, head });
  });
  onward.on('close', () => seen && socket.destroy());
  socket.on('error', () => onward.destroy());
  socket.on('close', () => onward.destroy());
}

function handshake(request) {
  const headers = Object.entries(forwardedHeaders(request)).flatMap(([name, value]) =>
    [value].flat().map((one) => `${name}: ${one}\r\n`),
  );
  return `GET ${request.url} HTTP/1.1\r\n${headers.join('')}\r\n`;
}

function forwardedHeaders(request) {
  return {
    ...request.headers,
    'x-forwarded-for': request.socket.remoteAddress,
    'x-forwarded-host': request.headers.host,
    'x-forwarded-proto': 'http',
  };
}

function withCookie(headers, cookie) {
  if (!cookie) return headers;
  return { ...headers, 'set-cookie': [...(headers['set-cookie'] ?? []), cookie] };
}

function refuse(response, status) {
  if (response.headersSent) return response.destroy();
  response.writeHead(status, { 'retry-after': '1', 'content-length': '0' });
  return response.end();
}
