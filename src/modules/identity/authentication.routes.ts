import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../../platform/http/locale.js';
import { problemOf } from '../../platform/http/problem.js';
import { refusalOf } from './authentication-refusal.js';
import { clientAddressHeader } from './authentication.js';
import type { Authentication } from './authentication.js';

/** better-auth's own routes under `/api/auth/*`; it answers Fetch requests. */
export function mountAuthentication(
  fastify: FastifyInstance,
  authentication: Authentication,
): void {
  fastify.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    handler: async (request, reply) => {
      const response = await authentication.handler(fetchRequest(request));
      return response.status < 400 ? send(response, reply) : sendRefusal(response, request, reply);
    },
  });
}

/** Addresses are made from `PUBLIC_URL`; the Host header is the caller's and may be no host at all. */
const anyHost = 'http://localhost';

function fetchRequest(request: FastifyRequest): Request {
  const url = new URL(request.url, anyHost);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.append(name, Array.isArray(value) ? value.join(', ') : value);
  }
  headers.set(clientAddressHeader, request.ip);
  headers.delete('content-length');
  const body = request.method === 'POST' ? JSON.stringify(request.body ?? {}) : null;
  return new Request(url, { method: request.method, headers, body });
}

async function sendRefusal(
  response: Response,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const body: unknown = await response.json().catch(() => null);
  const refusal = refusalOf(response.status, body);
  const problem = problemOf(refusal, localeOf(request.headers['accept-language']), request.id);
  if (problem.status === 429) {
    void reply.header('retry-after', response.headers.get('x-retry-after') ?? '60');
  }
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

async function send(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  void reply.status(response.status);
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') void reply.header(name, value);
  }
  for (const cookie of response.headers.getSetCookie()) void reply.header('set-cookie', cookie);
  return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : null);
}
