import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

export interface CrowdPlan {
  address: string;
  port: number;
  viewers: number;
  /** Engine.IO messages to send one after the other, each when the last was answered. */
  greetings: string[];
  cookie?: string;
}

export type CrowdCommand = 'count' | 'finish';

export type CrowdReport =
  | { kind: 'joined' }
  | { kind: 'received'; messages: number }
  | { kind: 'finished'; transcript: string[]; fewest: number; strayed: number };

/** Viewers in a process of their own, so that what they cost is not counted. */
export class Crowd {
  private received = 0;
  private waiting: { messages: number; resolve: () => void } | undefined;

  private constructor(
    private readonly child: ChildProcess,
    readonly viewers: number,
  ) {
    child.on('message', (report: CrowdReport) => {
      if (report.kind !== 'received') return;
      this.received = report.messages;
      if (this.waiting && this.received >= this.waiting.messages) this.waiting.resolve();
    });
  }

  /** Resolves when all viewers are in. */
  static async join(plan: CrowdPlan): Promise<Crowd> {
    const program = new URL('./viewers.js', import.meta.url);
    const child = fork(program, [JSON.stringify(plan)], { serialization: 'advanced' });
    const crowd = new Crowd(child, plan.viewers);
    await crowd.next('joined');
    return crowd;
  }

  /** From here on every message counts. */
  async count(): Promise<void> {
    this.child.send('count' satisfies CrowdCommand);
    await this.next('received');
  }

  /** Resolves when each viewer, on average, has got so many messages since `count`. */
  async whenEachGot(messages: number): Promise<void> {
    const total = messages * this.viewers;
    if (this.received >= total) return;
    await new Promise<void>((resolve) => (this.waiting = { messages: total, resolve }));
    this.waiting = undefined;
  }

  /** Resolves when nobody has got anything for so many milliseconds. */
  async whenQuiet(milliseconds: number): Promise<void> {
    for (let before = -1; before !== this.received;) {
      before = this.received;
      await sleep(milliseconds);
    }
  }

  /** The messages that all viewers got in the same order, and what was wrong with that. */
  async finish(): Promise<{ transcript: string[]; differences: string[] }> {
    this.child.send('finish' satisfies CrowdCommand);
    const { transcript, fewest, strayed } = await this.next('finished');
    this.child.disconnect();
    const differences: string[] = [];
    if (strayed > 0) differences.push(`${strayed} messages differ between viewers.`);
    if (fewest < transcript.length) {
      differences.push(`A viewer got ${fewest} of ${transcript.length} messages.`);
    }
    return { transcript, differences };
  }

  private async next<Kind extends CrowdReport['kind']>(kind: Kind) {
    for (;;) {
      const [report] = (await once(this.child, 'message')) as [CrowdReport];
      if (report.kind === kind) return report as Extract<CrowdReport, { kind: Kind }>;
    }
  }
}
