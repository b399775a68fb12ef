import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Reconciler } from '../../../platform/counters/reconciler.js';
import { PeriodicTasks } from '../../../platform/queue/periodic-tasks.js';
import { ReconciliationRepository } from './reconciliation.repository.js';
import type { Reconciliation } from './reconciliation.repository.js';

const recordEverySeconds = 300;

/** Whether the published figures agree with the rows, for those who answer for them. */
@Injectable()
export class ReconciliationService implements OnModuleInit {
  constructor(
    private readonly repository: ReconciliationRepository,
    private readonly reconciler: Reconciler,
    private readonly periodicTasks: PeriodicTasks,
  ) {}

  /** A worker counts and any API process is asked, so the result is a row. */
  onModuleInit(): void {
    this.periodicTasks.register({
      name: 'statistics.reconcile',
      everySeconds: recordEverySeconds,
      run: async () => {
        await this.run();
      },
    });
  }

  /** @returns the newest result, or `null` before the first */
  async newest(): Promise<Reconciliation | null> {
    return this.repository.newest();
  }

  /** Counts everything again now. */
  async run(): Promise<Reconciliation> {
    return this.repository.save(await this.reconciler.reconcile());
  }
}
