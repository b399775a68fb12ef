import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface ChatPlan {
  port: number;
  sessionId: string;
  /** One chatter for each; they take turns. */
  cookies: string[];
}

export interface ChatOrder {
  texts: string[];
  /** Milliseconds from one message to the next; without it so many at a time as there are chatters. */
  pace?: number;
}

/** Signed-in people who talk in a session over their sockets, in a process that is not counted. */
export class Chatters {
  private constructor(private readonly child: ReturnType<typeof fork>) {}

  static async join(plan: ChatPlan): Promise<Chatters> {
    const child = fork(new URL('./chatters-process.js', import.meta.url), [JSON.stringify(plan)]);
    await once(child, 'message');
    return new Chatters(child);
  }

  /** @returns how many messages were acknowledged with a place in the feed */
  async say(order: ChatOrder): Promise<number> {
    this.child.send(order);
    const [acknowledged] = (await once(this.child, 'message')) as [number];
    return acknowledged;
  }

  leave(): void {
    this.child.disconnect();
  }
}
