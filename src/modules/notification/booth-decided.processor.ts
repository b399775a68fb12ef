import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { Consumes } from '../../platform/outbox/fact.js';
import type { FactConsumer } from '../../platform/outbox/fact.js';
import { FairFacts } from '../fair/index.js';
import { NoticeService } from './notice.service.js';

@Injectable()
@Consumes(FairFacts.boothDecided, 'notification.booth-decided')
export class BoothDecidedProcessor implements FactConsumer {
  constructor(private readonly notices: NoticeService) {}

  async consume(transaction: Transaction, boothIds: readonly string[]): Promise<void> {
    await this.notices.tellDecisions(transaction, boothIds);
  }

  async giveUp(transaction: Transaction, boothId: string, reason: string): Promise<void> {
    await this.notices.recordUntold(transaction, FairFacts.boothDecided.name, boothId, reason);
  }
}
