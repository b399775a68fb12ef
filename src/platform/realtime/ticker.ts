import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../logging/logger.js';

/** Repeats the building of frames. A tick that takes longer than its period delays the next one. */
@Injectable()
export class Ticker implements OnApplicationShutdown {
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = false;

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  every(milliseconds: number, name: string, tick: () => Promise<void>): void {
    const run = async (): Promise<void> => {
      const startedAt = performance.now();
      try {
        await tick();
      } catch (error) {
        const fault = error instanceof Error ? error.name : 'unknown';
        this.logger.warn({ name, fault }, 'frame skipped');
      }
      if (!this.stopped) schedule(Math.max(10, milliseconds - (performance.now() - startedAt)));
    };
    const schedule = (delay: number): void => {
      const timer = setTimeout(() => {
        this.timers.delete(timer);
        void run();
      }, delay);
      this.timers.add(timer);
    };
    schedule(milliseconds);
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
  }
}
