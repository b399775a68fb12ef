import { createHash } from 'node:crypto';
import { applyDecorators, HttpStatus, Injectable, UseInterceptors } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, of } from 'rxjs';
import type { Observable } from 'rxjs';
import type { RequestWithActor } from '../auth/permission.js';
import { Database } from '../database/database.js';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';

interface KeyedRequest {
  readonly userId: string;
  readonly route: string;
  readonly key: string;
  readonly hash: Buffer;
}

interface KnownAnswer {
  readonly sameRequest: boolean;
  readonly status: number | null;
  readonly body: unknown;
}

/** After this long a request without an answer is taken as died with its process. */
const abandonedAfterSeconds = 30;

/**
 * Replays the first answer for a repeated `Idempotency-Key` (kept 24 hours). Refusals are
 * not kept, so that a corrected request may use the key again. The key is a courtesy on
 * top of the natural unique keys in the tables, which never expire.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = keyedRequest(http.getRequest<FastifyRequest & RequestWithActor>());
    if (!request) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    const known = await this.begin(request);
    if (known) return of(replay(known, reply));
    return next.handle().pipe(
      mergeMap((body: unknown) => from(this.keep(request, reply.statusCode, body))),
      catchError((error: unknown) => from(this.forget(request, error))),
    );
  }

  /** Takes the key, or tells what is known of it. */
  private async begin(request: KeyedRequest): Promise<KnownAnswer | null> {
    const { userId, route, key, hash } = request;
    const taken = await this.database.query(
      `INSERT INTO idempotency_key AS known (user_id, route, key, request_hash)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_id, route, key) DO UPDATE SET created_at = now()
       WHERE known.status IS NULL AND known.request_hash = excluded.request_hash
         AND known.created_at < now() - make_interval(secs => $5)
       RETURNING key`,
      [userId, route, key, hash, abandonedAfterSeconds],
    );
    if (taken.length > 0) return null;
    const [known] = await this.database.query<KnownAnswer & Record<string, unknown>>(
      `SELECT request_hash = $4 AS "sameRequest", status, body
       FROM idempotency_key WHERE user_id = $1 AND route = $2 AND key = $3`,
      [userId, route, key, hash],
    );
    return known ?? { sameRequest: true, status: null, body: null };
  }

  private async keep(request: KeyedRequest, status: number, body: unknown): Promise<unknown> {
    await this.database.query(
      `UPDATE idempotency_key SET status = $4, body = $5
       WHERE user_id = $1 AND route = $2 AND key = $3`,
      [request.userId, request.route, request.key, status, JSON.stringify(body ?? null)],
    );
    return body;
  }

  private async forget(request: KeyedRequest, error: unknown): Promise<never> {
    await this.database.query(
      'DELETE FROM idempotency_key WHERE user_id = $1 AND route = $2 AND key = $3 AND status IS NULL',
      [request.userId, request.route, request.key],
    );
    throw error;
  }
}

function keyedRequest(request: FastifyRequest & RequestWithActor): KeyedRequest | null {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !request.actor) return null;
  if (key.length < 1 || key.length > 255) {
    throw new DomainError(PlatformErrors['request.invalid'], {}, [
      { field: 'Idempotency-Key', code: 'field.length', parameters: { least: 1, most: 255 } },
    ]);
  }
  const route = `${request.method} ${request.url.split('?')[0] ?? ''}`;
  const hash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest();
  return { userId: request.actor.userId, route, key, hash };
}

function replay(known: KnownAnswer, reply: FastifyReply): unknown {
  if (!known.sameRequest) throw new DomainError(PlatformErrors['request.key-reused']);
  if (known.status === null) throw new DomainError(PlatformErrors['request.in-progress']);
  void reply.status(known.status === Number(HttpStatus.CREATED) ? HttpStatus.OK : known.status);
  void reply.header('idempotent-replayed', 'true');
  return known.body;
}

/** For every POST that creates something. */
export function Idempotent(): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ApiHeader({ name: 'Idempotency-Key', required: false, schema: { type: 'string' } }),
    UseInterceptors(IdempotencyInterceptor),
  );
}
