import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.js';
import { Consumes } from '../../../platform/outbox/fact.js';
import type { FactConsumer } from '../../../platform/outbox/fact.js';
import { JobPostingFacts } from '../../job-posting/index.js';
import { CardService } from './card.service.js';

/** Cards follow what happens to their openings. */
@Injectable()
@Consumes(JobPostingFacts.closed, 'live-session.card-of-closed-posting')
export class CardProcessor implements FactConsumer {
  constructor(private readonly cards: CardService) {}

  async consume(transaction: Transaction, jobPostingIds: readonly string[]): Promise<void> {
    await this.cards.withdrawClosed(transaction, jobPostingIds);
  }

  async giveUp(): Promise<void> {
    // The host can still withdraw the card, and applying for a closed opening is refused anyway.
  }
}
