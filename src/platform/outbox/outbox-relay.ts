import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../logging/logger.js';
import { SliceQueue } from '../queue/slice-queue.js';
import type { Slice } from '../queue/slice-queue.js';
import { Outbox } from './outbox.js';
import type { DueFact } from './outbox.js';

const sliceSize = 100;
const claimSize = 500;
const idlePause = 150;
const faultPause = 1_000;

/** Moves committed facts into the queue, in slices of one consumer each. */
@Injectable()
export class OutboxRelay {
  private running: Promise<void> | null = null;
  private stopping = false;
  private wake: (() => void) | null = null;

  constructor(
    private readonly outbox: Outbox,
    private readonly queue: SliceQueue,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      const pause = await this.relayOnce();
      if (pause > 0 && !this.stopping) await this.sleep(pause);
    }
  }

  /** @returns how long to wait before looking again, in milliseconds */
  private async relayOnce(): Promise<number> {
    try {
      const due = await this.outbox.claimDue(claimSize);
      if (due.length === 0) return idlePause;
      await this.publish(due);
      return due.length === claimSize ? 0 : idlePause;
    } catch (error) {
      const fault = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ fault }, 'outbox relay paused');
      return faultPause;
    }
  }

  private async publish(due: readonly DueFact[]): Promise<void> {
    try {
      await this.queue.add(slicesOf(due));
    } catch (error) {
      await this.outbox.giveBack(due.map((fact) => fact.id));
      throw error;
    }
  }

  private async sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

export function slicesOf(due: readonly DueFact[]): Slice[] {
  const idsOfConsumer = new Map<string, number[]>();
  for (const fact of due) {
    const ids = idsOfConsumer.get(fact.consumer) ?? [];
    ids.push(fact.id);
    idsOfConsumer.set(fact.consumer, ids);
  }
  return [...idsOfConsumer].flatMap(([consumer, ids]) => {
    const ordered = ids.sort((left, right) => left - right);
    const count = Math.ceil(ordered.length / sliceSize);
    return Array.from({ length: count }, (_, index) => ({
      consumer,
      ids: ordered.slice(index * sliceSize, (index + 1) * sliceSize),
    }));
  });
}
