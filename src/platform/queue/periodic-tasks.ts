import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../database/database.js';
import { LOGGER } from '../logging/logger.js';

export interface PeriodicTask {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<void>;
}

/**
 * Work that returns by the clock. The due time is a row, so of many processes one runs a
 * task, and losing Redis loses no schedule.
 */
@Injectable()
export class PeriodicTasks {
  private readonly tasks: PeriodicTask[] = [];
  /** When a task that this process has run can be due again, by its own clock. */
  private readonly notBefore = new Map<string, number>();
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  register(task: PeriodicTask): void {
    this.tasks.push(task);
  }

  start(): void {
    this.timer ??= setInterval(() => {
      this.running = this.running.then(() => this.runDue());
    }, 1_000);
  }

  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async runDue(): Promise<void> {
    for (const task of this.tasks) {
      if (performance.now() < (this.notBefore.get(task.name) ?? 0)) continue;
      try {
        if (await this.claim(task)) await this.runClaimed(task);
      } catch (error) {
        const fault = error instanceof Error ? error.name : 'unknown';
        this.logger.warn({ task: task.name, fault }, 'periodic task failed');
      }
    }
  }

  private async runClaimed(task: PeriodicTask): Promise<void> {
    this.notBefore.set(task.name, performance.now() + 1_000 * task.everySeconds);
    await task.run();
  }

  private async claim(task: PeriodicTask): Promise<boolean> {
    const claimed = await this.database.statement(
      'periodic-task.claim',
      `INSERT INTO periodic_task (name, next_run_at)
       VALUES ($1, now() + make_interval(secs => $2))
       ON CONFLICT (name) DO UPDATE SET next_run_at = excluded.next_run_at
       WHERE periodic_task.next_run_at <= now()
       RETURNING name`,
      [task.name, task.everySeconds],
    );
    return claimed.length > 0;
  }
}
