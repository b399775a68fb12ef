import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { localeOf } from './locale.js';
import { problemOf } from './problem.js';

const codeOfFault: Readonly<Record<string, keyof typeof PlatformErrors>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
  HPE_HEADER_OVERFLOW: 'request.too-large',
};

/** What is not HTTP, or not all of it, becomes no request: it is answered here, in our words too. */
export function answerNoRequest({ code }: { readonly code: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  const refusal = new DomainError(PlatformErrors[codeOfFault[code] ?? 'request.malformed']);
  const problem = problemOf(refusal, localeOf(undefined), randomUUID());
  const body = JSON.stringify(problem);
  if (socket.writable) {
    socket.write(
      [
        `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
        'Content-Type: application/problem+json; charset=utf-8',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  }
  socket.destroySoon();
}
