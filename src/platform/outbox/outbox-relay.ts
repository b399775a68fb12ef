import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../logging/logger.js';
import { SliceQueue } from '../queue/slice-queue.js';
import type { Slice } from '../queue/slice-queue.js';
import { Outbox } from './outbox.js';
import type { DueRow } from './outbox.js';

/** Rows, of up to 500 facts each: what the workers can do within the lease. */
const claimSize = 100;
/**
 * Most facts in a slice of several rows. What a slice costs beside its facts, and what many of its facts have in
 * common, is paid once for all; its transaction stays well under a second.
 */
const mostInSlice = 2_000;
const idlePause = 150;
/**
 * After a publication: what comes meanwhile shares slices. A slice costs two transactions and a job
 * whether it holds one fact or 500. An application that comes alone goes within `idlePause`; its
 * notice, which follows from it, half a second later.
 */
const busyPause = 500;
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
      return due.length === claimSize ? 0 : busyPause;
    } catch (error) {
      const fault = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ fault }, 'outbox relay paused');
      return faultPause;
    }
  }

  private async publish(due: readonly DueRow[]): Promise<void> {
    try {
      await this.queue.add(slicesOf(due));
    } catch (error) {
      await this.outbox.giveBack(due.map((row) => row.id));
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

/** Fills slices with rows of one consumer each, in the order of their ids. */
export function slicesOf(due: readonly DueRow[]): Slice[] {
  const slices: Slice[] = [];
  const filling = new Map<string, { ids: number[]; facts: number }>();
  for (const { id, consumer, facts } of due.toSorted((left, right) => left.id - right.id)) {
    let slice = filling.get(consumer);
    if (!slice || slice.facts + facts > mostInSlice) {
      slice = { ids: [], facts: 0 };
      filling.set(consumer, slice);
      slices.push({ consumer, ids: slice.ids });
    }
    slice.ids.push(id);
    slice.facts += facts;
  }
  return slices;
}
