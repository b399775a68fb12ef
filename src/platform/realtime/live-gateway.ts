import { applyDecorators, UseInterceptors, UsePipes } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import { InputPipe } from '../http/validation.js';
import { LiveMessageInterceptor } from './live-message.interceptor.js';

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
