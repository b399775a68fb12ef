import { Catch, HttpException, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { OverloadedError } from '../batching/micro-batcher.js';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { isDatabaseUnavailable, isUnstorableInput } from '../database/database-errors.js';
import { LOGGER } from '../logging/logger.js';
import { localeOf } from './locale.js';
import { problemOf } from './problem.js';

/** Every error leaves as problem+json; only faults of ours are logged, without any input. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const error = asDomainError(thrown);
    if (error.category === 'internal') {
      this.logger.error({ correlationId: request.id, fault: describe(thrown) }, 'request failed');
    }
    const problem = problemOf(error, localeOf(request.headers['accept-language']), request.id);
    if (reply.sent) return;
    if (problem.status === 429 || problem.status === 503) {
      void reply.header('retry-after', Number(error.parameters.retryAfterSeconds ?? 1));
    }
    const { allow } = error.parameters;
    if (typeof allow === 'string') void reply.header('allow', allow);
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  }
}

const codeOfStatus: Readonly<Record<number, keyof typeof PlatformErrors>> = {
  400: 'request.malformed',
  401: 'session.required',
  403: 'permission.denied',
  404: 'resource.not-found',
  412: 'resource.changed',
  413: 'request.too-large',
  414: 'request.too-large',
  415: 'request.unsupported-type',
  422: 'request.invalid',
  429: 'request.rate-limited',
  431: 'request.too-large',
  503: 'server.unavailable',
};

/** Frameworks throw their own errors; callers see only codes of the catalogue. */
export function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof OverloadedError) {
    const { retryAfterSeconds } = thrown;
    return new DomainError('server.overloaded', { retryAfterSeconds });
  }
  if (isUnstorableInput(thrown)) return new DomainError('request.invalid');
  if (isDatabaseUnavailable(thrown)) return new DomainError('server.unavailable');
  const status = statusOf(thrown);
  const isOfTheCaller = status >= 400 && status < 500;
  return new DomainError(
    codeOfStatus[status] ?? (isOfTheCaller ? 'request.malformed' : 'server.failed'),
  );
}

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}

/** The kind and place of a fault; database messages can quote input, so they stay out. */
function describe(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { kind: typeof thrown };
  const code = (thrown as { code?: unknown }).code;
  return {
    kind: thrown.name,
    ...(typeof code === 'string' ? { code } : { message: thrown.message }),
    place: thrown.stack
      ?.split('\n')
      .slice(1, 6)
      .map((line) => line.trim()),
  };
}
