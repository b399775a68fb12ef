import { setTimeout as sleep } from 'node:timers/promises';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { ChatOrder, ChatPlan } from './chatters.js';
import { closedLoop } from './closed-loop.js';

const plan = JSON.parse(process.argv[2] ?? '{}') as ChatPlan;
let said = 0;

interface Answer {
  ok: boolean;
  data?: { seq: number };
}

async function join(cookie: string): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${plan.port}`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

async function say(chatters: Socket[], { texts, pace }: ChatOrder): Promise<number> {
  const start = performance.now();
  let acknowledged = 0;
  await closedLoop(texts.length, chatters.length, async (index) => {
    if (pace) await sleep(start + index * pace - performance.now());
    const { sessionId } = plan;
    const message = { sessionId, text: texts[index], clientKey: `message-${said++}` };
    const chatter = chatters[index % chatters.length] as Socket;
    const answer = (await chatter.emitWithAck('live-session.say', message)) as Answer;
    if (answer.ok) acknowledged += 1;
  });
  return acknowledged;
}

const chatters = await Promise.all(plan.cookies.map(join));
process.on('message', (order: ChatOrder) => {
  void say(chatters, order).then((acknowledged) => process.send?.(acknowledged));
});
process.on('disconnect', () => process.exit());
process.send?.('joined');
