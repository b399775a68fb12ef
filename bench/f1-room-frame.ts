import { broadcastFrame } from '../src/platform/realtime/frame-broadcast.js';
import type { BenchContext } from './support/bench-context.js';
import type { Goal } from './support/goal.js';
import { room, sendToRoom } from './support/room.js';
import type { RoomPlan } from './support/room.js';

const viewers = 2_000;
const event = 'live-session.frame';

/** A frame with one chat message, about 200 bytes, of the same length every time. */
const payload = (number: number) => {
  const seq = 100_000 + number;
  const chat = { seq, kind: 'chat', authorName: '李女士', text: '请问这个岗位要求几年经验？' };
  const sessionId = '019a0000-0000-7000-8000-000000000001';
  return { sessionId, from: seq, to: seq, events: [chat], counters: { viewers } };
};

const sendFrames = (context: BenchContext, send: RoomPlan['send']) =>
  sendToRoom(context, {
    viewers,
    messages: Math.round(200 * context.scale),
    event,
    payload,
    send,
  });

export const goal: Goal = {
  id: 'F1',
  title: 'CPU per room frame, 2,000 viewers, against stock Socket.IO emit',
  unit: 'frame to one viewer',
  ratio: 'cost',
  must: 0.75,
  reference: (context) =>
    sendFrames(context, (server, frame) => server.to(room).emit(event, frame)),
  product: (context) =>
    sendFrames(context, (server, frame) => broadcastFrame(server, room, event, frame)),
};
