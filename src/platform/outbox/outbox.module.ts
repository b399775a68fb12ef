import { Global, Inject, Module } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { PeriodicTasks } from '../queue/periodic-tasks.js';
import { SliceQueue } from '../queue/slice-queue.js';
import { Consumers } from './consumers.js';
import { OutboxRelay } from './outbox-relay.js';
import { Outbox } from './outbox.js';
import { SliceRunner } from './slice-runner.js';

/** The roads of everything that must happen after a commit. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [Consumers, Outbox, OutboxRelay, PeriodicTasks, SliceQueue, SliceRunner],
  exports: [Consumers, Outbox, OutboxRelay, PeriodicTasks, SliceQueue],
})
export class OutboxModule implements OnApplicationBootstrap {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly queue: SliceQueue,
    private readonly runner: SliceRunner,
    private readonly relay: OutboxRelay,
    private readonly periodicTasks: PeriodicTasks,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.workers === 'inside') this.startWorking();
  }

  /** Begins to relay, to work on slices and to run periodic tasks in this process. */
  startWorking(): void {
    this.queue.work((slice) => this.runner.run(slice));
    this.relay.start();
    this.periodicTasks.start();
  }

  /** Stops taking work and waits for what is in hand, at most `milliseconds`. */
  async stopWorking(milliseconds: number): Promise<void> {
    await Promise.all([this.relay.stop(), this.periodicTasks.stop()]);
    await this.queue.close(milliseconds);
  }
}
