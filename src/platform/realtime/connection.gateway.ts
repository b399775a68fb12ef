import { Inject } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayInit } from '@nestjs/websockets';
import type { Logger } from 'pino';
import type { Server } from 'socket.io';
import { ActorReader } from '../auth/actor-reader.js';
import { localeOf } from '../http/locale.js';
import { LOGGER } from '../logging/logger.js';
import type { LiveSocket } from './live-socket.js';
import { fullAllowance } from './live-message.interceptor.js';
import { Realtime, roomOfUser } from './realtime.js';

/** A signed-out or disabled person's sockets close within this time, in milliseconds. */
const recheckEvery = 3_000;

/** Who is connected: reads the session once, keeps the person's own room, drops ended sessions. */
@WebSocketGateway()
export class ConnectionGateway implements OnGatewayInit, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly realtime: Realtime,
    private readonly actors: ActorReader,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  afterInit(server: Server): void {
    this.realtime.attach(server);
    const introduced = new WeakSet<object>();
    server.use((socket, next) => {
      // One connection is one person: each further CONNECT on it would make a whole socket of nothing.
      if (introduced.has(socket.conn)) {
        socket.conn.close();
        return;
      }
      introduced.add(socket.conn);
      this.identify(socket as LiveSocket).then(
        () => next(),
        () => next(new Error('server.unavailable')),
      );
    });
    this.timer = setInterval(() => void this.dropEndedSessions(server), recheckEvery);
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async identify(socket: LiveSocket): Promise<void> {
    const { cookie, 'accept-language': browserLanguage } = socket.handshake.headers;
    const actor = await this.actors.read(cookie);
    const pageLanguage: unknown = socket.handshake.auth['language'];
    // The page may be read in another language than the one that the account's mails come in.
    const locale =
      typeof pageLanguage === 'string'
        ? localeOf(pageLanguage)
        : (actor?.locale ?? localeOf(browserLanguage));
    socket.data = { actor, locale, ...fullAllowance() };
    // The request of the handshake holds headers and buffers that nobody needs any more.
    if (actor) await socket.join(roomOfUser(actor.userId));
  }

  private async dropEndedSessions(server: Server): Promise<void> {
    const socketsOfSession = new Map<string, LiveSocket[]>();
    for (const socket of server.sockets.sockets.values() as Iterable<LiveSocket>) {
      const sessionId = socket.data.actor?.sessionId;
      if (!sessionId) continue;
      socketsOfSession.set(sessionId, [...(socketsOfSession.get(sessionId) ?? []), socket]);
    }
    if (socketsOfSession.size === 0) return;
    try {
      for (const ended of await this.actors.endedSessions([...socketsOfSession.keys()])) {
        socketsOfSession.get(ended)?.forEach((socket) => socket.disconnect(true));
      }
    } catch (error) {
      // The database is away; the next round asks again.
      const fault = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ fault }, 'session check postponed');
    }
  }
}
