import { fork } from 'node:child_process';
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

/** How often each status came, and what the successful bodies said. */
export interface HttpLoadReport {
  statuses: Record<number, number>;
  bodies: string[];
}

/** Posts all requests in a closed loop, from a process of its own that is not counted. */
export class HttpLoad {
  private constructor(private readonly child: ReturnType<typeof fork>) {}

  static async start(): Promise<HttpLoad> {
    const child = fork(new URL('./http-load-process.js', import.meta.url), [], {
      serialization: 'advanced',
    });
    await once(child, 'message');
    return new HttpLoad(child);
  }

  async post(plan: HttpLoadPlan): Promise<HttpLoadReport> {
    this.child.send(plan);
    const [report] = (await once(this.child, 'message')) as [HttpLoadReport];
    return report;
  }

  stop(): void {
    this.child.disconnect();
  }
}
