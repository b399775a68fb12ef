import { applyDecorators, UseInterceptors, UsePipes } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import type { Socket } from 'socket.io';
import type { Actor } from '../auth/actor.js';
import type { Locale } from '../errors/domain-error.js';
import { InputPipe } from '../http/validation.js';
import { LiveMessageInterceptor } from './live-message.interceptor.js';

/** What we know of a connection; `actor` is `null` for a visitor who is not signed in. */
export interface ConnectionData {
  actor: Actor | null;
  locale: Locale;
  /** Messages that may still come right now; refilled with time. */
  allowance: number;
  allowanceAt: number;
}

export type LiveSocket = Socket & { data: ConnectionData };

/**
 * A gateway whose messages are checked like routes: a named permission on every
 * `@SubscribeMessage`, validated bodies, a limit per socket, and acknowledgements
 * `{ ok: true, data }` or `{ ok: false, code, title, errors? }`.
 */
export function LiveGateway(): ClassDecorator {
  return applyDecorators(
    WebSocketGateway(),
    UseInterceptors(LiveMessageInterceptor),
    UsePipes(new InputPipe()),
  );
}
