import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PeriodicTasks } from '../../../platform/queue/periodic-tasks.js';
import { AudienceService } from './audience.service.js';

const cleanedEverySeconds = 600;

/** Clears away what processes that died have counted. */
@Injectable()
export class AudienceProcessor implements OnModuleInit {
  constructor(
    private readonly periodicTasks: PeriodicTasks,
    private readonly audience: AudienceService,
  ) {}

  onModuleInit(): void {
    this.periodicTasks.register({
      name: 'live-session.forget-lost-presence',
      everySeconds: cleanedEverySeconds,
      run: () => this.audience.forgetLost(),
    });
  }
}
