import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { Consumes } from '../../platform/outbox/fact.js';
import type { FactConsumer } from '../../platform/outbox/fact.js';
import { applicationStatusChanged } from '../application/index.js';
import { NoticeService } from './notice.service.js';

@Injectable()
@Consumes(applicationStatusChanged, 'notification.application-status-changed')
export class ApplicationStatusChangedProcessor implements FactConsumer {
  constructor(private readonly notices: NoticeService) {}

  async consume(transaction: Transaction, applicationIds: readonly string[]): Promise<void> {
    await this.notices.tellStatuses(transaction, applicationIds);
  }

  async giveUp(transaction: Transaction, applicationId: string, reason: string): Promise<void> {
    await this.notices.recordUntold(
      transaction,
      applicationStatusChanged.name,
      applicationId,
      reason,
    );
  }
}
