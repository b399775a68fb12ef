import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { PeriodicTasks } from '../../platform/queue/periodic-tasks.js';
import { JobPostingRepository } from './job-posting.repository.js';
import type { ClosedPosting } from './job-posting.repository.js';
import { JobPostingLedgerService } from './job-posting-ledger.service.js';

const expiredAtOnce = 5_000;

/** Closes what nobody closes by hand: postings whose time is over or whose company is hidden. */
@Injectable()
export class JobPostingClosingService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly repository: JobPostingRepository,
    private readonly ledger: JobPostingLedgerService,
    private readonly periodicTasks: PeriodicTasks,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.periodicTasks.register({
      name: 'job-posting.expire',
      everySeconds: 10,
      run: () => this.expireDue(),
    });
  }

  /** Readers see the expiry by themselves (`statusAt`); this writes it down, counts and tells. */
  async expireDue(): Promise<void> {
    for (;;) {
      const closed = await this.database.transaction(async (transaction) => {
        const due = await this.repository.expireDue(transaction, this.clock.now(), expiredAtOnce);
        await this.close(transaction, due, 'expired');
        return due.length;
      });
      if (closed < expiredAtOnce) return;
    }
  }

  /** A company that is no longer shown offers nothing; it may go on once it is verified again. */
  async pauseAllOf(transaction: Transaction, companyIds: readonly string[]): Promise<void> {
    const paused = await this.repository.pausePublished(transaction, companyIds);
    await this.close(transaction, paused, 'paused');
  }

  private async close(
    transaction: Transaction,
    postings: readonly ClosedPosting[],
    status: 'expired' | 'paused',
  ): Promise<void> {
    await this.ledger.changed(
      transaction,
      postings.map(({ wasPublished, ...posting }) => ({
        before: { ...posting, status: wasPublished ? ('published' as const) : ('paused' as const) },
        after: { ...posting, status },
      })),
    );
  }
}
