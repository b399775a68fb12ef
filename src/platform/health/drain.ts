import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Server } from 'node:http';
import { OutboxModule } from '../outbox/outbox.module.js';
import { Realtime } from '../realtime/realtime.js';
import { Health } from './health.js';

const longestSlice = 8_000;
const longestDrain = 14_000;

/** Who is answered while the process drains comes back on a new connection, to another one. */
export function endConnectionsWhileDraining(fastify: FastifyInstance, health: Health): void {
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (health.isDraining) void reply.header('connection', 'close');
    done();
  });
}

/**
 * Our own order, because the default one cuts requests or waits for idle connections
 * (measured 7.7 s): not ready, no new work, sockets sent elsewhere, requests finished,
 * connections closed.
 */
export async function drain(app: INestApplication): Promise<void> {
  app.get(Health).startDraining();
  const orderly = async (): Promise<void> => {
    await app.get(OutboxModule).stopWorking(longestSlice);
    await app.get(Realtime).drain();
    // Who was being answered when the server closed would keep the connection, and the server with it.
    const server = app.getHttpServer() as Server;
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    await app.close();
    clearInterval(idle);
  };
  await Promise.race([orderly(), timeout(longestDrain)]);
}

async function timeout(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
