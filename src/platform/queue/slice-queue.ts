import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { LOGGER } from '../logging/logger.js';
import { openQueue, openWorker } from './bullmq.js';
import type { QueueHandle, WorkerHandle } from './bullmq.js';

/** What the queue carries: outbox ids only, never personal data. */
export interface Slice {
  readonly consumer: string;
  readonly ids: readonly number[];
}

/** More than `maxStalledCount` needs: two crashes must never fail a slice (BullMQ's default is 1). */
const attempts = 20;

/** Slices on BullMQ: Redis where `REDIS_URL` is set, Postgres otherwise. */
@Injectable()
export class SliceQueue {
  private queue: QueueHandle<Slice> | null = null;
  private worker: WorkerHandle | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Rejects within seconds when the queue's store is away. */
  async add(slices: readonly Slice[]): Promise<void> {
    await this.producer().addBulk(
      slices.map((slice) => ({
        name: slice.consumer,
        data: slice,
        opts: {
          attempts,
          backoff: { type: 'exponential', delay: 500 },
          removeOnComplete: true,
          // The outbox is what remembers; failed jobs stay only long enough to be looked at.
          removeOnFail: { count: 100 },
        },
      })),
    );
  }

  /** Starts working on slices in this process. */
  work(run: (slice: Slice) => Promise<void>): void {
    this.producer();
    this.worker ??= openWorker<Slice>(this.config, this.logger, attempts, run);
  }

  private producer(): QueueHandle<Slice> {
    return (this.queue ??= openQueue<Slice>(this.config, this.logger));
  }

  /** Finishes the slices in hand, at most for `milliseconds`, then lets go. */
  async close(milliseconds: number): Promise<void> {
    await this.worker?.close(milliseconds);
    await this.queue?.close();
  }
}
