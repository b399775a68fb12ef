import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PeriodicTasks } from '../../platform/queue/periodic-tasks.js';
import { FairCalendarService } from './fair-calendar.service.js';
import { TallyService } from './tally/tally.service.js';

const hoursFollowedEverySeconds = 5;
const headcountsFollowedEverySeconds = 10;

/** What fairs do by the clock: they open and close, and their counts follow their companies. */
@Injectable()
export class FairProcessor implements OnModuleInit {
  constructor(
    private readonly periodicTasks: PeriodicTasks,
    private readonly calendar: FairCalendarService,
    private readonly tally: TallyService,
  ) {}

  onModuleInit(): void {
    this.periodicTasks.register({
      name: 'fair.follow-hours',
      everySeconds: hoursFollowedEverySeconds,
      run: () => this.calendar.followHours(),
    });
    this.periodicTasks.register({
      name: 'fair.follow-headcounts',
      everySeconds: headcountsFollowedEverySeconds,
      run: () => this.tally.followHeadcounts(),
    });
  }
}
