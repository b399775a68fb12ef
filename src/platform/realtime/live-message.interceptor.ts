import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Logger } from 'pino';
import { catchError, map, of, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { assertPermitted } from '../auth/permission.guard.js';
import { permissionKey } from '../auth/permission.js';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { isTooDeep } from '../http/input-depth.js';
import { asDomainError } from '../http/problem.filter.js';
import { problemOf } from '../http/problem.js';
import { newId } from '../ids/new-id.js';
import { LOGGER } from '../logging/logger.js';
import type { ConnectionData, LiveSocket } from './live-socket.js';

export type Acknowledgement<Data> =
  | { readonly ok: true; readonly data: Data }
  | {
      readonly ok: false;
      readonly code: string;
      readonly title: string;
      readonly correlationId: string;
      readonly errors?: readonly { field: string; code: string; message: string }[];
    };

const messagesPerSecond = 20;
const burst = 40;
/** So far over the limit that nobody types it: the connection is cut. */
const floodDebt = -200;

/** Permission, limit and answer of every socket message, in one place. */
@Injectable()
export class LiveMessageInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<Acknowledgement<unknown>> {
    const socket = context.switchToWs().getClient<LiveSocket>();
    return this.checked(context, socket, next).pipe(
      map((data: unknown) => ({ ok: true as const, data: data ?? null })),
      catchError((thrown: unknown) => of(this.refusal(thrown, socket))),
    );
  }

  private checked(
    context: ExecutionContext,
    socket: LiveSocket,
    next: CallHandler,
  ): Observable<unknown> {
    try {
      spendAllowance(socket);
      const needed = this.reflector.get<string | undefined>(permissionKey, context.getHandler());
      assertPermitted(socket.data.actor, needed);
      if (isTooDeep(context.switchToWs().getData())) {
        throw new DomainError(PlatformErrors['request.malformed']);
      }
      return next.handle();
    } catch (error) {
      return throwError(() => error);
    }
  }

  private refusal(thrown: unknown, socket: LiveSocket): Acknowledgement<never> {
    const error = asDomainError(thrown);
    const correlationId = newId();
    if (error.category === 'internal') {
      const kind = thrown instanceof Error ? thrown.name : typeof thrown;
      const place = thrown instanceof Error ? thrown.stack?.split('\n').slice(1, 5) : undefined;
      this.logger.error({ correlationId, kind, place }, 'socket message failed');
    }
    const { code, title, errors } = problemOf(error, socket.data.locale, correlationId);
    return { ok: false, code, title, correlationId, ...(errors ? { errors } : {}) };
  }
}

function spendAllowance(socket: LiveSocket): void {
  const now = performance.now();
  refill(socket.data, now);
  socket.data.allowance -= 1;
  if (socket.data.allowance >= 0) return;
  if (socket.data.allowance < floodDebt) socket.disconnect(true);
  throw new DomainError(PlatformErrors['request.rate-limited'], { retryAfterSeconds: 1 });
}

function refill(data: ConnectionData, now: number): void {
  const earned = ((now - data.allowanceAt) / 1_000) * messagesPerSecond;
  data.allowance = Math.min(burst, data.allowance + earned);
  data.allowanceAt = now;
}

export function fullAllowance(): Pick<ConnectionData, 'allowance' | 'allowanceAt'> {
  return { allowance: burst, allowanceAt: performance.now() };
}
