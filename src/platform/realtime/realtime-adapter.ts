import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { IncomingMessage } from 'node:http';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from '../config/config.js';
import { isTrustedOrigin } from '../http/trusted-origin.js';

/** Socket.IO with our bounds: foreign pages refused, small messages, dead peers noticed soon. */
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
      pingInterval: 10_000,
      pingTimeout: 8_000,
      perMessageDeflate: false,
      serveClient: false,
    } as ServerOptions) as Server;
  }
}
