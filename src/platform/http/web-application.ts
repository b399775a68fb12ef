import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { Config } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { isTooDeep } from './input-depth.js';
import { KnownPaths } from './known-paths.js';
import { localeOf } from './locale.js';
import { answerNoRequest } from './no-request.js';
import { asDomainError } from './problem.filter.js';
import { problemOf } from './problem.js';
import { securityHeaders } from './security-headers.js';
import { UpgradableRequest } from './request-upgrade.js';
import { isTrustedOrigin } from './trusted-origin.js';

const largestBody = 256 * 1024;
const largestUpload = 256 * 1024 * 1024;
const everyPage = '/*';

/** The built client lies beside the built server: `dist/web` and `dist/src`. */
const webFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../web');

/** Fastify with bounds on everything that a client can make long. */
export function createHttpAdapter(config: Config): FastifyAdapter {
  const headers = securityHeaders(config);
  return new FastifyAdapter({
    bodyLimit: largestBody,
    trustProxy: config.trustProxy,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    logger: false,
    http: { IncomingMessage: UpgradableRequest },
    clientErrorHandler: answerNoRequest,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(
        asDomainError(error),
        localeOf(request.headers['accept-language']),
        request.id,
      );
      // No hook has seen this request.
      void reply
        .status(problem.status)
        .headers({ ...headers, 'x-correlation-id': request.id })
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(JSON.stringify(problem));
    },
  });
}

/** Security headers, trusted origins, uploads and the browser client. */
export async function prepareHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await fastify.register(fastifyMultipart, {
    limits: { fileSize: largestUpload, files: 1, fields: 10, parts: 11 },
  });
  // Hooks with a callback: a promise per hook and request is slow.
  const headers = securityHeaders(config);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headers).header('x-correlation-id', request.id);
    const { method, headers: given } = request;
    const changes = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
    const refused = changes && !isTrustedOrigin(config, given.origin, given.host);
    if (refused) done(new DomainError(PlatformErrors['origin.refused']));
    else done(isPacked(given['content-encoding']) ? unsupported : undefined);
  });
  const wrongMethods = answerWrongMethods(fastify);
  fastify.addHook('preValidation', (request, _reply, done) => {
    done(bodyRefusal(request));
  });
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      void reply.header('cache-control', 'no-store');
    }
    done();
  });
  if (existsSync(join(webFolder, 'index.html'))) await serveWebClient(fastify, wrongMethods);
}

/**
 * A path that exists says which methods it takes, instead of being nowhere.
 *
 * @returns the hook for routes that take what no other route took
 */
function answerWrongMethods(fastify: FastifyInstance): onRequestHookHandler {
  const paths = new KnownPaths();
  const answer: onRequestHookHandler = (request, reply, done) => {
    const methods = paths.methodsOf(request.url.split('?')[0] ?? '');
    // The router also passes over a path that it knows, where a part of it is too long.
    if (methods.length === 0 || methods.includes(request.method)) return done();
    const allow = [...methods, 'OPTIONS'].join(', ');
    if (request.method === 'OPTIONS') void reply.status(204).header('allow', allow).send();
    else done(new DomainError(PlatformErrors['request.wrong-method'], { allow }));
  };
  fastify.addHook('onRoute', ({ url, method }) => {
    if (url !== everyPage) paths.add(url, [method].flat());
  });
  fastify.addHook('onRequest', function (request, reply, done) {
    if (request.is404) answer.call(this, request, reply, done);
    else done();
  });
  return answer;
}

const readTypes = /^(application\/json|multipart\/form-data)\b/i;

const unsupported = new DomainError(PlatformErrors['request.unsupported-type']);

/** Nothing here unpacks a body; read as it stands it would be nonsense. */
function isPacked(encoding: string | undefined): boolean {
  return encoding !== undefined && encoding.toLowerCase() !== 'identity';
}

/** The framework also reads plain text and forms, which a page elsewhere can send without asking. */
function bodyRefusal({ body, headers }: FastifyRequest): DomainError | undefined {
  if (body === undefined || body === null) return undefined;
  if (!readTypes.test(headers['content-type'] ?? '')) {
    return unsupported;
  }
  return isTooDeep(body) ? new DomainError(PlatformErrors['request.malformed']) : undefined;
}

/** Hashed assets for a year, the page itself never, and the page for every client-side route. */
async function serveWebClient(
  fastify: FastifyInstance,
  wrongMethods: onRequestHookHandler,
): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    index: false,
    cacheControl: false,
    // Small files; a range outside of one would be one more refusal.
    acceptRanges: false,
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz'],
    setHeaders: (reply, path) => {
      const hashed = path.startsWith(join(webFolder, 'assets/'));
      void reply.header(
        'cache-control',
        hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  fastify.get('/', async (_request, reply) => reply.sendFile('index.html'));
  fastify.get(everyPage, { onRequest: wrongMethods }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    // No address of a page has a dot; a missing file is missing.
    const isPage = !/^\/+(api|assets|health|metrics|socket\.io)(\/|$)|\.\w+$/i.test(path);
    if (!isPage) throw new DomainError(PlatformErrors['resource.not-found']);
    return reply.sendFile('index.html');
  });
}
