import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { publicPermission } from '../auth/permission.js';

const sessionCookie = 'session';

/**
 * The contract; the committed `openapi.json` is this, and clients are generated from it.
 *
 * @param others paths that no controller of ours answers
 */
export function createOpenApi(
  app: NestFastifyApplication,
  others: OpenAPIObject['paths'],
): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Cloudfair')
    .setDescription(
      [
        'Online recruitment fairs. Errors are RFC 9457 problem details with a stable `code`; a method',
        'that a path does not take answers 405 `request.wrong-method`, and `Allow` names those it takes.',
        'To sign in, `POST /api/auth/sign-in/email` and keep the cookie.',
      ].join(' '),
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/')
    .addCookieAuth('cloudfair.session_token', { type: 'apiKey' }, sessionCookie)
    .build();
  const document = SwaggerModule.createDocument(app, settings);
  document.paths = { ...document.paths, ...others };
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
    responses: { Problem: problemResponse },
  };
  for (const operation of operationsOf(document)) describeAccess(operation);
  return withoutLoneCompositions(document) as OpenAPIObject;
}

/** `/api/openapi.json`, and the same to browse at `/api/docs`. */
export function serveDocumentation(
  app: NestFastifyApplication,
  others: OpenAPIObject['paths'],
): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/docs')) allowInlineStyles(reply);
  });
  SwaggerModule.setup('api/docs', app, () => createOpenApi(app, others), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}

/** Swagger UI writes styles into its own page; our client has none. */
function allowInlineStyles(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy'));
  void reply.header(
    'content-security-policy',
    policy.replace('style-src', "style-src 'unsafe-inline'"),
  );
}

interface Operation {
  'x-permission'?: string;
  security?: Record<string, string[]>[];
  responses: Record<string, unknown>;
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);
}

/** Who may call follows from the permission that the route names. */
function describeAccess(operation: Operation): void {
  const isPublic = operation['x-permission'] === publicPermission;
  operation.security = isPublic ? [] : [{ [sessionCookie]: [] }];
  operation.responses['4XX'] = { $ref: '#/components/responses/Problem' };
}

/** `allOf` around a single reference says nothing and hides the enum from generators. */
function withoutLoneCompositions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutLoneCompositions);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [key, withoutLoneCompositions(value)]);
  const plain = Object.fromEntries(entries) as Record<string, unknown>;
  const { allOf, ...rest } = plain;
  if (!Array.isArray(allOf) || allOf.length !== 1) return plain;
  return { ...(allOf[0] as object), ...rest };
}

const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'code', 'correlationId'],
  properties: {
    type: { type: 'string' as const },
    title: { type: 'string' as const, description: 'In the language of Accept-Language' },
    status: { type: 'integer' as const },
    code: { type: 'string' as const, description: 'Stable, for programs' },
    correlationId: { type: 'string' as const },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['field', 'code', 'message'],
        properties: {
          field: { type: 'string' as const },
          code: { type: 'string' as const },
          message: { type: 'string' as const },
        },
      },
    },
  },
};

const problemResponse = {
  description: 'Refused; nothing was changed',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
