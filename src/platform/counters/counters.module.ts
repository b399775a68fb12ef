import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PeriodicTasks } from '../queue/periodic-tasks.js';
import { Counters } from './counters.js';
import { Reconciler } from './reconciler.js';

const reconcileEverySeconds = 60;

@Global()
@Module({ providers: [Counters, Reconciler], exports: [Counters, Reconciler] })
export class CountersModule implements OnModuleInit {
  constructor(
    private readonly reconciler: Reconciler,
    private readonly periodicTasks: PeriodicTasks,
  ) {}

  onModuleInit(): void {
    this.periodicTasks.register({
      name: 'counters.reconcile',
      everySeconds: reconcileEverySeconds,
      run: async () => {
        await this.reconciler.reconcile();
      },
    });
  }
}
