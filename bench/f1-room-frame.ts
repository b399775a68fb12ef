import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Server } from 'socket.io';
import { broadcastFrame } from '../src/platform/realtime/frame-broadcast.js';
import type { BenchContext } from './support/bench-context.js';
import { Crowd } from './support/crowd.js';
import type { Goal } from './support/goal.js';

const viewers = 2_000;
/** Frames on the way at the same time. */
const window = 4;
const room = 'live-session:1';
const event = 'live-session.frame';

type Send = (server: Server, payload: object) => void;

/** A frame with one chat message, about 200 bytes, of the same length every time. */
const frame = (seq: number) => ({
  sessionId: '019a0000-0000-7000-8000-000000000001',
  from: 100_000 + seq,
  to: 100_000 + seq,
  events: [
    { seq: 100_000 + seq, kind: 'chat', authorName: '李女士', text: '请问这个岗位要求几年经验？' },
  ],
  counters: { viewers },
});

async function sendToRoom({ scale, measure }: BenchContext, send: Send) {
  const http = createServer();
  const server = new Server(http, { pingInterval: 600_000 });
  server.on('connection', (socket) => void socket.join(room));
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const crowd = await Crowd.join({ address: '127.0.0.1', port, viewers, greetings: ['40'] });
  await crowd.count();

  const warmUp = 20;
  const frames = Math.round(200 * scale);
  const sendAll = async (from: number, to: number) => {
    for (let seq = from; seq < to; seq += 1) {
      await crowd.whenEachGot(seq - window);
      // A frame leaves on a tick of its own, as in the product.
      await nextTurn();
      send(server, frame(seq));
    }
    await crowd.whenEachGot(to);
  };
  await sendAll(0, warmUp);
  const cost = await measure(() => sendAll(warmUp, warmUp + frames));

  const { transcript, differences } = await crowd.finish();
  const expected = Array.from(
    { length: warmUp + frames },
    (_, seq) => `42${JSON.stringify([event, frame(seq)])}`,
  );
  if (transcript.join('\n') !== expected.join('\n'))
    differences.push('The viewers got other frames.');
  return { units: viewers * frames, cost, differences };
}

export const goal: Goal = {
  id: 'F1',
  title: 'CPU per room frame, 2,000 viewers, against stock Socket.IO emit',
  unit: 'frame to one viewer',
  ratio: 'cost',
  must: 0.75,
  reference: (context) =>
    sendToRoom(context, (server, payload) => server.to(room).emit(event, payload)),
  product: (context) =>
    sendToRoom(context, (server, payload) => broadcastFrame(server, room, event, payload)),
};
