import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { Consumes } from '../../platform/outbox/fact.js';
import type { FactConsumer } from '../../platform/outbox/fact.js';
import { ApplicationScreeningService } from './application-screening.service.js';
import { applicationSubmitted } from './application.events.js';

/** Hands submitted applications to their screening. */
@Injectable()
@Consumes(applicationSubmitted, 'application.screening')
export class ApplicationProcessor implements FactConsumer {
  constructor(private readonly screening: ApplicationScreeningService) {}

  async consume(transaction: Transaction, applicationIds: readonly string[]): Promise<void> {
    await this.screening.screenSlice(transaction, applicationIds);
  }

  async giveUp(transaction: Transaction, applicationId: string, reason: string): Promise<void> {
    await this.screening.giveUp(transaction, applicationId, reason);
  }
}
