import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import { Consumes } from '../../platform/outbox/fact.js';
import type { FactConsumer } from '../../platform/outbox/fact.js';
import { CompanyFacts } from '../company/index.js';
import { JobPostingClosingService } from './job-posting-closing.service.js';

/** Postings follow what happens to their companies. */
@Injectable()
@Consumes(CompanyFacts.hidden, 'job-posting.company-hidden')
export class JobPostingProcessor implements FactConsumer {
  constructor(private readonly closing: JobPostingClosingService) {}

  async consume(transaction: Transaction, companyIds: readonly string[]): Promise<void> {
    await this.closing.pauseAllOf(transaction, companyIds);
  }

  async giveUp(): Promise<void> {
    // A reviewer can still take the postings down by hand, and the runner has logged why.
  }
}
