import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { Consumes } from '../../platform/outbox/fact.js';
import type { FactConsumer } from '../../platform/outbox/fact.js';
import { applicationProcessed } from '../application/index.js';
import { NoticeService } from './notice.service.js';

@Injectable()
@Consumes(applicationProcessed, 'notification.application-processed')
export class ApplicationProcessedProcessor implements FactConsumer {
  constructor(private readonly notices: NoticeService) {}

  async consume(transaction: Transaction, applicationIds: readonly string[]): Promise<void> {
    await this.notices.tellProcessed(transaction, applicationIds);
  }

  async giveUp(transaction: Transaction, applicationId: string, reason: string): Promise<void> {
    await this.notices.recordUntold(transaction, applicationProcessed.name, applicationId, reason);
  }
}
