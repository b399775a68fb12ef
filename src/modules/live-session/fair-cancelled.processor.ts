import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { Consumes } from '../../platform/outbox/fact.js';
import type { FactConsumer } from '../../platform/outbox/fact.js';
import { FairFacts } from '../fair/index.js';
import { OnAirService } from './on-air.service.js';

/** No session takes place in a fair that does not. */
@Injectable()
@Consumes(FairFacts.cancelled, 'live-session.fair-cancelled')
export class FairCancelledProcessor implements FactConsumer {
  constructor(private readonly onAir: OnAirService) {}

  async consume(transaction: Transaction, fairIds: readonly string[]): Promise<void> {
    await this.onAir.finishWithFairs(transaction, fairIds);
  }

  async giveUp(): Promise<void> {
    // A host can still end the session by hand, and the runner has logged why.
  }
}
