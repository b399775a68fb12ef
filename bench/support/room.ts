import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Server } from 'socket.io';
import type { BenchContext } from './bench-context.js';
import { Crowd } from './crowd.js';
import type { SideResult } from './goal.js';

const warmUp = 20;
/** Messages on the way at the same time. */
const window = 4;

export const room = 'live-session:1';

export interface RoomPlan {
  viewers: number;
  messages: number;
  event: string;
  /** The payload of the message with this number. */
  payload: (number: number) => object;
  send: (server: Server, payload: object) => void;
}

/** Sends messages one by one to a room of a bare Socket.IO server, each on a turn of its own. */
export async function sendToRoom(context: BenchContext, plan: RoomPlan): Promise<SideResult> {
  const http = createServer();
  const server = new Server(http);
  server.on('connection', (socket) => void socket.join(room));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const { viewers, messages, event, payload } = plan;
  const crowd = await Crowd.join({ address: '127.0.0.1', port, viewers, greetings: ['40'] });
  await crowd.count();

  const sendAll = async (from: number, to: number) => {
    for (let number = from; number < to; number += 1) {
      await crowd.whenEachGot(number - window);
      // In the product a message leaves on its own event, a frame on its own tick.
      await nextTurn();
      plan.send(server, payload(number));
    }
    await crowd.whenEachGot(to);
  };
  await sendAll(0, warmUp);
  const cost = await context.measure(() => sendAll(warmUp, warmUp + messages));

  const { transcript, differences } = await crowd.finish();
  const expected = Array.from(
    { length: warmUp + messages },
    (_, number) => `42${JSON.stringify([event, payload(number)])}`,
  );
  if (transcript.join('\n') !== expected.join('\n'))
    differences.push('Viewers got other messages.');
  return { units: viewers * messages, cost, differences };
}
