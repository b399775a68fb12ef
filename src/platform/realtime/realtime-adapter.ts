import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { IncomingMessage } from 'node:http';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config/config.js';
import { isTrustedOrigin } from '../http/trusted-origin.js';

/**
 * Milliseconds. Between frames a viewer costs its heartbeats and nothing else, 120 µs each: every 10 s
 * they were two thirds of what a quiet room costs. A phone that is gone without a word is noticed
 * after 33 s at the latest, a connection that its peer has closed at once.
 */
const heartbeat = { pingInterval: 25_000, pingTimeout: 8_000 };

/** Socket.IO with our bounds: foreign pages refused, small messages, dead peers noticed. */
export class RealtimeAdapter extends IoAdapter {
  constructor(
    application: INestApplicationContext,
    private readonly config: Config,
  ) {
    super(application);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const allowRequest = (
      request: IncomingMessage,
      decide: (error: string | null, allowed: boolean) => void,
    ): void => {
      const { origin, host } = request.headers;
      const trusted = isTrustedOrigin(this.config, origin, host);
      decide(trusted ? null : 'origin.refused', trusted);
    };
    return super.createIOServer(port, {
      ...options,
      allowRequest,
      maxHttpBufferSize: 64 * 1024,
      ...heartbeat,
      perMessageDeflate: false,
      serveClient: false,
    } as ServerOptions) as Server;
  }
}
