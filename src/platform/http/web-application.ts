import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyHelmet from '@fastify/helmet';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { newId } from '../ids/new-id.js';
import { localeOf } from './locale.js';
import { asDomainError } from './problem.filter.js';
import { problemOf } from './problem.js';
import { isTrustedOrigin } from './trusted-origin.js';

const largestBody = 256 * 1024;
const largestUpload = 256 * 1024 * 1024;

/** The built client lies beside the built server: `dist/web` and `dist/src`. */
const webFolder = join(dirname(fileURLToPath(import.meta.url)), '../../../web');

/** Fastify with bounds on everything that a client can make long. */
export function createHttpAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: largestBody,
    trustProxy: config.trustProxy,
    genReqId: () => newId(),
    requestTimeout: 60_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    logger: false,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(
        asDomainError(error),
        localeOf(request.headers['accept-language']),
        request.id,
      );
      void reply
        .status(problem.status)
        .header('content-type', 'application/problem+json; charset=utf-8')
        .send(JSON.stringify(problem));
    },
  });
}

/** Security headers, trusted origins, uploads and the browser client. */
export async function prepareHttp(app: NestFastifyApplication, config: Config): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await fastify.register(fastifyHelmet, securityHeaders(config));
  await fastify.register(fastifyMultipart, {
    limits: { fileSize: largestUpload, files: 1, fields: 10, parts: 11 },
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-correlation-id', request.id);
    const { method, headers } = request;
    const changes = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
    if (changes && !isTrustedOrigin(config, headers.origin, headers.host)) {
      throw new DomainError(PlatformErrors['origin.refused']);
    }
  });
  fastify.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      void reply.header('cache-control', 'no-store');
    }
  });
  if (existsSync(join(webFolder, 'index.html'))) await serveWebClient(fastify);
}

/** Hashed assets for a year, the page itself never, and the page for every client-side route. */
async function serveWebClient(fastify: FastifyInstance): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: webFolder,
    wildcard: false,
    index: false,
    cacheControl: false,
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
  fastify.get('/*', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const isPage = !path.startsWith('/api/') && !path.startsWith('/assets/');
    if (!isPage) throw new DomainError(PlatformErrors['resource.not-found']);
    return reply.sendFile('index.html');
  });
}

function securityHeaders(config: Config): object {
  const secure = config.publicUrl.startsWith('https:');
  return {
    global: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'media-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginOpenerPolicy: secure ? { policy: 'same-origin' } : false,
    crossOriginEmbedderPolicy: false,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'same-origin' },
  };
}
