import { IncomingMessage } from 'node:http';

const socketsPath = '/socket.io/';

/**
 * Sockets alone change the protocol. A server may answer any other wish for that as if it had not been
 * there (RFC 9110 §7.8), and must: Java's HTTP client asks every server for HTTP/2 in this way. With
 * sockets listening, Node would hand such requests to them, and they would get no answer at all.
 */
export class UpgradableRequest extends IncomingMessage {
  declare private wish: boolean | null;

  // Node's parser writes this after the address, and the server reads it. CONNECT names a host, no path.
  set upgrade(wish: boolean | null) {
    const isOrdinary = this.url?.startsWith('/') && !this.url.startsWith(socketsPath);
    this.wish = isOrdinary ? false : wish;
  }

  get upgrade(): boolean | null {
    return this.wish;
  }
}
