import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { Text } from '../../platform/http/fields.js';
import { localeOf } from '../../platform/http/locale.js';
import { problemOf } from '../../platform/http/problem.js';
import { readInput } from '../../platform/http/read-input.js';
import { refusalOf } from './authentication-refusal.js';
import { authenticationPath, clientAddressHeader } from './authentication.js';
import { authenticationOperations } from './authentication.operations.js';
import type { Authentication } from './authentication.js';
import type { PasswordBrake, SignInAttempt } from './password-brake.js';
import { QuietContexts } from './quiet-contexts.js';

/** Those of better-auth's own routes that are ours too; it answers Fetch requests. */
export function mountAuthentication(
  fastify: FastifyInstance,
  authentication: Authentication,
  brake: PasswordBrake,
): void {
  const contexts = new QuietContexts();
  for (const { method, path } of authenticationOperations) {
    fastify.route({
      method,
      url: authenticationPath + path.replace(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        if (holdsNul(request)) return sendRefusal(unstorable, request, reply);
        const refusal = path === signUpPath ? checkSignUp(request) : undefined;
        if (refusal) return sendRefusal(refusal, request, reply);
        const answer = () => contexts.during(() => authentication.handler(fetchRequest(request)));
        const attempt = path === signInPath ? attemptIn(request) : undefined;
        const response = await (attempt ? braked(brake, attempt, answer) : answer());
        if (response instanceof DomainError) return sendRefusal(response, request, reply);
        if (response.status < 400) return send(response, reply);
        return sendRefusal(await refusalIn(response), request, reply, response.headers);
      },
    });
  }
}

const signUpPath = '/sign-up/email';

/** The library takes any text; what stands beside everything that somebody says is a name. */
class SignUpInput {
  @Text(1, 80)
  name: string;

  // RFC 5321 has no room for a longer path.
  @Text(3, 254)
  email: string;
}

function checkSignUp(request: FastifyRequest): DomainError | undefined {
  const given = (request.body ?? {}) as Partial<SignUpInput>;
  const { input, faults } = readInput(SignUpInput, { name: given.name, email: given.email });
  if (faults.length > 0) return new DomainError(PlatformErrors['request.invalid'], {}, faults);
  // We have no pictures of people.
  request.body = { ...given, ...input, image: undefined };
  return undefined;
}

const signInPath = '/sign-in/email';

function attemptIn({ body, ip }: FastifyRequest): SignInAttempt | undefined {
  const { email } = (body ?? {}) as { email?: unknown };
  return typeof email === 'string' ? { email, address: ip } : undefined;
}

/** A password is looked at only while few wrong ones came before it. */
async function braked(
  brake: PasswordBrake,
  attempt: SignInAttempt,
  signIn: () => Promise<Response>,
): Promise<Response | DomainError> {
  const refusal = await brake.refusal(attempt);
  if (refusal) return refusal;
  const response = await signIn();
  if (response.status === 401) await brake.wrong(attempt);
  else if (response.ok) await brake.right(attempt);
  return response;
}

/** Postgres has no place for NUL in a text, and better-auth no answer to that. */
function holdsNul({ url, body }: FastifyRequest): boolean {
  const values: unknown[] = Object.values(body ?? {});
  return (
    url.includes('%00') ||
    values.some((value) => typeof value === 'string' && value.includes('\u0000'))
  );
}

const unstorable = new DomainError(PlatformErrors['request.invalid']);

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
  // HEAD asks what GET would say.
  const isPost = request.method === 'POST';
  const body = isPost ? JSON.stringify(request.body ?? {}) : null;
  return new Request(url, { method: isPost ? 'POST' : 'GET', headers, body });
}

async function refusalIn(response: Response): Promise<DomainError> {
  const body: unknown = await response.json().catch(() => null);
  return refusalOf(response.status, body);
}

function sendRefusal(
  refusal: DomainError,
  request: FastifyRequest,
  reply: FastifyReply,
  headers = new Headers(),
): FastifyReply {
  const problem = problemOf(refusal, localeOf(request.headers['accept-language']), request.id);
  if (problem.status === 429) {
    const seconds = refusal.parameters.retryAfterSeconds ?? headers.get('x-retry-after') ?? 60;
    void reply.header('retry-after', Number(seconds));
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
