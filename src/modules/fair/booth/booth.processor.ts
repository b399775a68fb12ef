import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.js';
import { Consumes } from '../../../platform/outbox/fact.js';
import type { FactConsumer } from '../../../platform/outbox/fact.js';
import { CompanyFacts } from '../../company/index.js';
import { ExhibitorService } from './exhibitor.service.js';

/** Booths follow what happens to their companies. */
@Injectable()
@Consumes(CompanyFacts.hidden, 'fair.booth-of-hidden-company')
export class BoothProcessor implements FactConsumer {
  constructor(private readonly exhibitors: ExhibitorService) {}

  async consume(transaction: Transaction, companyIds: readonly string[]): Promise<void> {
    await this.exhibitors.darken(transaction, companyIds);
  }

  async giveUp(): Promise<void> {
    // The organizer can still close the booth by hand, and the runner has logged why.
  }
}
