import { localizedText } from '../errors/domain-error.js';
import type { DomainError, Locale } from '../errors/domain-error.js';
import type { ErrorCategory } from '../errors/error-catalogue.js';

const statusOfCategory: Readonly<Record<ErrorCategory, number>> = {
  malformed: 400,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'wrong-method': 405,
  timeout: 408,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unsupported: 415,
  'rate-limited': 429,
  unavailable: 503,
  internal: 500,
};

/** RFC 9457 problem details with a stable code and one entry per wrong field. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly correlationId: string;
  readonly errors?: readonly { field: string; code: string; message: string }[];
}

export function problemOf(error: DomainError, locale: Locale, correlationId: string): Problem {
  return {
    type: 'about:blank',
    title: localizedText(error.code, locale, error.parameters),
    status: statusOfCategory[error.category],
    code: error.code,
    correlationId,
    ...(error.faults.length > 0
      ? {
          errors: error.faults.map((fault) => ({
            field: fault.field,
            code: fault.code,
            message: localizedText(fault.code, locale, fault.parameters ?? {}),
          })),
        }
      : {}),
  };
}
