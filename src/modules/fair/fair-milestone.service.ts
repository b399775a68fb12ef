import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { FairFacts } from './fair.events.js';
import { FairRepository } from './fair.repository.js';
import { seasonStep } from './fair.rules.js';
import type { FairStatus } from './fair.rules.js';
import { TallyService } from './tally/tally.service.js';

/** What a step of a fair brings with it, however it was taken: counts, booths, facts. */
@Injectable()
export class FairMilestoneService {
  constructor(
    private readonly repository: FairRepository,
    private readonly tally: TallyService,
    private readonly outbox: Outbox,
  ) {}

  async reach(transaction: Transaction, id: string, from: FairStatus, to: FairStatus) {
    await this.tally.countFairs(transaction, seasonStep(from, to));
    if (to === 'live') await this.open(transaction, [id]);
    if (to === 'closed') await this.close(transaction, [id]);
    if (to === 'cancelled') await this.cancel(transaction, id);
  }

  async open(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await this.outbox.append(transaction, FairFacts.opened, ids);
  }

  async close(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await this.repository.takeBoothsOffline(transaction, ids);
    await this.outbox.append(transaction, FairFacts.closed, ids);
  }

  private async cancel(transaction: Transaction, id: string): Promise<void> {
    await this.repository.takeBoothsOffline(transaction, [id]);
    await this.tally.leaveWhole(transaction, id);
    await this.outbox.append(transaction, FairFacts.cancelled, [id]);
  }
}
