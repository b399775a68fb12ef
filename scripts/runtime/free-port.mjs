import { createServer } from 'node:net';
import { Problem } from './problem.mjs';

/** A port of the loopback address that nobody uses at this moment. */
export async function freePort() {
  const server = await listen(0, '127.0.0.1');
  const { port } = server.address();
  await close(server);
  return port;
}

/**
 * Asks before anything slow is done. A browser may take localhost for ::1, so nobody else may
 * answer there either.
 *
 * @throws Problem when the port cannot be opened
 */
export async function requireFreePort(port, host) {
  try {
    await close(await listen(port, host));
    await close(await listen(port, '::1'));
  } catch (error) {
    const hasNoSuchAddress = error.address === '::1' && error.code !== 'EADDRINUSE';
    if (!hasNoSuchAddress) throw portProblem(error, port);
  }
}

/** The line for a port that cannot be opened; any other error comes back as it is. */
export function portProblem(error, port) {
  if (error.code === 'EADDRINUSE') {
    const other = port < 65_535 ? port + 1 : 3000;
    return new Problem(`Port ${port} is taken. Choose another one: PORT=${other} npm start`);
  }
  if (error.code === 'EACCES') {
    return new Problem(`Port ${port} may not be opened by this user. Choose one above 1023.`);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new Problem('HOST is not an address of this machine.');
  }
  return error;
}

function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function close(server) {
  return new Promise((resolve) => {
    server.close(resolve);
  });
}
