import { Injectable } from '@nestjs/common';
import type { Server } from 'socket.io';
import { broadcastFrame } from './frame-broadcast.js';

/** Private messages go to this room: every tab and phone of one person. */
export function roomOfUser(userId: string): string {
  return `user:${userId}`;
}

/**
 * The sockets of this process. Frames are built by every process from Postgres for its own
 * viewers, so that processes need no channel between them and no frame depends on Redis.
 */
@Injectable()
export class Realtime {
  private server: Server | null = null;

  attach(server: Server): void {
    this.server = server;
  }

  /** Sends one frame to the local viewers of a room; those who do not read are cut. */
  broadcast(room: string, event: string, payload: object): void {
    if (this.server) broadcastFrame(this.server, room, event, payload);
  }

  /** How many sockets of this process are in a room. */
  viewersIn(room: string): number {
    return this.server?.sockets.adapter.rooms.get(room)?.size ?? 0;
  }

  get connections(): number {
    return this.server?.engine.clientsCount ?? 0;
  }

  /** Tells everybody to come back to another process, spread over a few seconds, then lets go. */
  async drain(): Promise<void> {
    if (!this.server) return;
    for (const socket of this.server.sockets.sockets.values()) {
      socket.emit('server.restarting', { retryInMs: 500 + Math.floor(Math.random() * 4_500) });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    this.server.disconnectSockets(true);
  }
}
