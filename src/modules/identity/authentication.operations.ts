import type { OpenAPIObject } from '@nestjs/swagger';
import { openAPI } from 'better-auth/plugins/open-api';
import { publicPermission } from '../../platform/auth/permission.js';
import { authenticationPath } from './authentication.js';
import type { Authentication } from './authentication.js';

interface AuthenticationOperation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
}

const operation = (
  method: 'GET' | 'POST',
  path: string,
  operationId: string,
  summary: string,
): AuthenticationOperation => ({ method, path, operationId, summary });

/** What of better-auth is there; whatever else it can do is not served. */
export const authenticationOperations: readonly AuthenticationOperation[] = [
  operation('POST', '/sign-up/email', 'signUp', 'Open an account and sign in'),
  operation('POST', '/sign-in/email', 'signIn', 'Sign in; the session is a cookie'),
  operation('POST', '/sign-out', 'signOut', 'End the session'),
  operation('GET', '/get-session', 'getAuthentication', 'The session, or null'),
  operation(
    'POST',
    '/request-password-reset',
    'requestPasswordReset',
    'Ask for a mail with a link',
  ),
  operation(
    'POST',
    '/reset-password',
    'resetPassword',
    'Set a new password by the token in the link of that mail',
  ),
  operation(
    'POST',
    '/send-verification-email',
    'sendVerification',
    'Ask for a mail that proves it',
  ),
  operation('GET', '/verify-email', 'verifyEmail', 'The link in that mail'),
];

interface Described {
  readonly parameters?: object[];
  readonly requestBody?: object;
}

/** The same for the contract: the shapes of inputs are those that better-auth itself tells. */
export async function describeAuthentication(
  authentication: Authentication,
): Promise<OpenAPIObject['paths']> {
  const context = await authentication.$context;
  const told = await openAPI().endpoints.generateOpenAPISchema({ context } as object);
  const paths: OpenAPIObject['paths'] = {};
  for (const { method, path, operationId, summary } of authenticationOperations) {
    const verb = method.toLowerCase() as 'get' | 'post';
    const described = told.paths[path]?.[verb] as Described | undefined;
    paths[authenticationPath + path] = {
      [verb]: {
        operationId,
        summary,
        tags: ['authentication'],
        'x-permission': publicPermission,
        parameters: described?.parameters ?? [],
        ...(described?.requestBody ? { requestBody: withNullTypes(described.requestBody) } : {}),
        responses: { '200': { description: 'Done' } },
      },
    };
  }
  return paths;
}

/** It tells what may be null as OpenAPI 3.0 did. */
function withNullTypes(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withNullTypes);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node as Record<string, unknown>;
  const entries = Object.entries(rest).map(([key, value]) => [key, withNullTypes(value)]);
  const plain = Object.fromEntries(entries) as Record<string, unknown>;
  return nullable === true ? { ...plain, type: [plain.type, 'null'] } : plain;
}
