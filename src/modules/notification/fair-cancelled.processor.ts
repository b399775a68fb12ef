import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { Consumes } from '../../platform/outbox/fact.js';
import type { FactConsumer } from '../../platform/outbox/fact.js';
import { FairFacts } from '../fair/index.js';
import { NoticeService } from './notice.service.js';

@Injectable()
@Consumes(FairFacts.cancelled, 'notification.fair-cancelled')
export class FairCancelledProcessor implements FactConsumer {
  constructor(private readonly notices: NoticeService) {}

  async consume(transaction: Transaction, fairIds: readonly string[]): Promise<void> {
    await this.notices.tellCancelled(transaction, fairIds);
  }

  async giveUp(transaction: Transaction, fairId: string, reason: string): Promise<void> {
    await this.notices.recordUntold(transaction, FairFacts.cancelled.name, fairId, reason);
  }
}
