import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface HttpRequest {
  cookie?: string;
  body: object;
}

export interface HttpLoadPlan {
  port: number;
  path: string;
  /** Connections, each with one request on its way. */
  connections: number;
  requests: HttpRequest[];
}

/** How often each status came, and the bodies. */
export interface HttpLoadReport {
  statuses: Record<number, number>;
  bodies: string[];
}

export type HttpLoadOrder = { prepare: HttpLoadPlan } | 'post' | 'report';

/** Posts requests in a closed loop, from a process of its own that is not counted. */
export class HttpLoad {
  private constructor(private readonly child: ChildProcess) {}

  static async start(): Promise<HttpLoad> {
    const child = fork(new URL('./http-load-process.js', import.meta.url), [], {
      serialization: 'advanced',
    });
    await once(child, 'message');
    return new HttpLoad(child);
  }

  /** Hands the requests over, so that neither this nor the report costs anything while measuring. */
  async prepare(plan: HttpLoadPlan): Promise<void> {
    await this.ask({ prepare: plan });
  }

  /** Resolves when all requests are answered. */
  async post(): Promise<void> {
    await this.ask('post');
  }

  async report(): Promise<HttpLoadReport> {
    return (await this.ask('report')) as HttpLoadReport;
  }

  stop(): void {
    this.child.disconnect();
  }

  private async ask(order: HttpLoadOrder): Promise<unknown> {
    this.child.send(order);
    const [answer] = (await once(this.child, 'message')) as [unknown];
    return answer;
  }
}
