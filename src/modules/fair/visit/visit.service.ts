import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { MicroBatcher } from '../../../platform/batching/micro-batcher.js';
import { isPostgresInputFault } from '../../../platform/batching/postgres-input-fault.js';
import { Clock } from '../../../platform/clock/clock.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { Counters } from '../../../platform/counters/counters.js';
import { Database } from '../../../platform/database/database.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { FairErrors } from '../fair.errors.js';
import { FairService } from '../fair.service.js';
import { VisitRepository } from './visit.repository.js';
import { dayIn, identityOf, viewsOf, visitChanges, visitorWords } from './visit.rules.js';
import type { Trace, Visit } from './visit.rules.js';

const keyBytes = 16;

/** Counts page views and visitors without keeping who they are. */
@Injectable()
export class VisitService implements OnApplicationShutdown {
  private readonly visits = new MicroBatcher<Visit, boolean>((visits) => this.count(visits), {
    isInputFault: isPostgresInputFault,
  });

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly fairs: FairService,
    private readonly repository: VisitRepository,
    private readonly counters: Counters,
    private readonly clock: Clock,
  ) {}

  async record(actor: Actor | null, fairId: string, trace: Trace): Promise<void> {
    const fair = await this.fairs.read(actor, fairId);
    const day = dayIn(fair.timeZone, this.clock.now());
    const visitorKey = this.keyOf(visitorWords(actor, trace, day));
    const isCounted = await this.visits.submit({ fairId, day, visitorKey });
    if (!isCounted) throw new DomainError(FairErrors['visit.too-many'], { retryAfterSeconds: 10 });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.visits.close();
  }

  private async count(visits: readonly Visit[]): Promise<boolean[]> {
    const views = viewsOf(visits);
    const counted = await this.database.transaction(async (transaction) => {
      const visitors = await this.repository.count(transaction, views);
      await this.counters.add(transaction, visitChanges(views, visitors));
      return new Set(visitors.map(identityOf));
    });
    return visits.map((visit) => counted.has(identityOf(visit)));
  }

  private keyOf(words: string): string {
    const hash = createHmac('sha256', this.config.authSecret).update(words).digest();
    return hash.subarray(0, keyBytes).toString('hex');
  }
}
