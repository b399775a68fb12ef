import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { ViewerPlan } from './viewer-socket.js';

export interface AudiencePlan extends ViewerPlan {
  readonly viewers: number;
}

/** What the viewers have seen by now. */
export interface AudienceView {
  readonly connected: number;
  readonly wallFrames: number;
  readonly sessionFrames: number;
  /** Events of the session that some viewer missed between two frames. */
  readonly gaps: number;
  /** The newest frame of the wall, and how many viewers have it as their last one. */
  readonly lastWall: { readonly frame: unknown; readonly viewers: number } | null;
  readonly lastSession: { readonly frame: unknown; readonly viewers: number } | null;
}

export type AudienceReport =
  | { readonly kind: 'progress'; readonly joined: number }
  | { readonly kind: 'joined' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'view'; readonly view: AudienceView };

/** Viewers in a process of their own, so that what they cost can be told apart. */
export class Audience {
  private constructor(private readonly child: ChildProcess) {}

  static start(plan: AudiencePlan): Audience {
    const program = new URL('./audience-process.js', import.meta.url);
    return new Audience(fork(program, [JSON.stringify(plan)]));
  }

  /** Resolves when every viewer is in. */
  async joined(onProgress: (joined: number) => void): Promise<void> {
    for (;;) {
      const report = await this.next();
      if (report.kind === 'progress') onProgress(report.joined);
      if (report.kind === 'joined') return;
      if (report.kind === 'failed') throw new Error(`The audience: ${report.reason}`);
    }
  }

  get processId(): number {
    return this.child.pid ?? 0;
  }

  async look(): Promise<AudienceView> {
    this.child.send('look');
    for (;;) {
      const report = await this.next();
      if (report.kind === 'view') return report.view;
    }
  }

  async leave(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }

  private async next(): Promise<AudienceReport> {
    const gone = new AbortController();
    const end = (): void => gone.abort();
    this.child.once('exit', end);
    try {
      const [report] = await once(this.child, 'message', { signal: gone.signal });
      return report as AudienceReport;
    } catch {
      throw new Error('The process of the audience ended');
    } finally {
      this.child.off('exit', end);
    }
  }
}
