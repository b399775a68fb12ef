import { DomainError } from '../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../platform/errors/platform.errors.js';
import { asDomainError } from '../../platform/http/problem.filter.js';
import { passwordLength } from './authentication.js';
import { IdentityErrors } from './identity.errors.js';

/** better-auth's codes in ours; what is not here is told by its status alone. */
const codes: Readonly<Record<string, keyof typeof IdentityErrors>> = {
  INVALID_EMAIL_OR_PASSWORD: 'identity.credentials-wrong',
  INVALID_PASSWORD: 'identity.credentials-wrong',
  INVALID_EMAIL: 'identity.email-invalid',
  USER_ALREADY_EXISTS: 'identity.email-taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'identity.email-taken',
  EMAIL_NOT_VERIFIED: 'identity.email-unverified',
  PASSWORD_TOO_SHORT: 'identity.password-short',
  PASSWORD_TOO_LONG: 'identity.password-long',
  INVALID_TOKEN: 'identity.link-expired',
  TOKEN_EXPIRED: 'identity.link-expired',
  INVALID_REDIRECT_URL: 'identity.link-foreign',
  INVALID_CALLBACK_URL: 'identity.link-foreign',
};

/** What better-auth refused, as every other refusal of ours. */
export function refusalOf(status: number, body: unknown): DomainError {
  const { code } = (body ?? {}) as { code?: unknown };
  const known = typeof code === 'string' && Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (known) return new DomainError(IdentityErrors[known], passwordLength);
  // It reads inputs by schemas of its own and answers 400 to a wrong one.
  if (status === 400) return new DomainError(PlatformErrors['request.invalid']);
  return asDomainError({ statusCode: status });
}
