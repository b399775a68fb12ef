import { Refusal } from './refusal';

/** What went wrong, as the server says it (RFC 9457) or as the network failed. */
export interface Problem {
  /** Stable, for example `job-posting.not-published`; `network` when no answer came. */
  readonly code: string;
  /** In the visitor's language; empty when the client has to word it. */
  readonly title: string;
  readonly status: number;
  readonly correlationId?: string;
  readonly errors: readonly FieldProblem[];
}

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Reads anything that a request may throw; never throws itself. */
export function problemOf(thrown: unknown): Problem {
  const body = asRecord(thrown instanceof Refusal ? thrown.body : thrown);
  if (typeof body.code === 'string' && typeof body.status === 'number') {
    return {
      code: body.code,
      status: body.status,
      title: typeof body.title === 'string' ? body.title : '',
      errors: fieldProblems(body.errors),
      ...(typeof body.correlationId === 'string' ? { correlationId: body.correlationId } : {}),
    };
  }
  const offline = thrown instanceof TypeError;
  return { code: offline ? 'network' : 'unexpected', status: 0, title: '', errors: [] };
}

/** Worth the same request once more: no answer came, or the server asked for patience. */
export function isTemporary(problem: Problem): boolean {
  return problem.code === 'network' || [429, 502, 503, 504].includes(problem.status);
}

/** The first message of each field, keyed as forms expect it. */
export function fieldErrors(problem: Problem): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { field, message } of problem.errors) errors[field] ??= message;
  return errors;
}

function fieldProblems(errors: unknown): FieldProblem[] {
  if (!Array.isArray(errors)) return [];
  return errors
    .map(asRecord)
    .flatMap(({ field, message }) =>
      typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [],
    );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
