import { Injectable } from '@nestjs/common';
import { Counters } from '../../../platform/counters/counters.js';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import { TallyRepository } from './tally.repository.js';
import {
  companyChanges,
  headcountChanges,
  nothing,
  postingChanges,
  seasonScope,
} from './tally.rules.js';
import type { Placed } from './tally.rules.js';

/**
 * Counts companies, openings and headcount where they enter or leave a fair, in the same
 * transaction. Whoever calls holds the lock of the fair, so nothing enters twice.
 */
@Injectable()
export class TallyService {
  constructor(
    private readonly database: Database,
    private readonly repository: TallyRepository,
    private readonly counters: Counters,
  ) {}

  async move(
    transaction: Transaction,
    fairId: string,
    moving: { readonly entering?: Placed; readonly leaving?: Placed },
  ): Promise<void> {
    const { entering = nothing, leaving = nothing } = moving;
    const companies = await this.repository.stepCompanies(
      transaction,
      entering.companyIds,
      leaving.companyIds,
    );
    const postings = await this.repository.stepPostings(
      transaction,
      entering.jobPostingIds,
      leaving.jobPostingIds,
    );
    await this.counters.add(transaction, [
      ...companyChanges(fairId, companies),
      ...postingChanges(fairId, postings),
    ]);
  }

  /** Everything that a fair counts leaves with it. */
  async leaveWhole(transaction: Transaction, fairId: string): Promise<void> {
    const leaving = await this.repository.placedIn(transaction, fairId);
    await this.move(transaction, fairId, { leaving });
  }

  /** Companies change how many people they look for without asking a fair. */
  async followHeadcounts(): Promise<void> {
    const changed = await this.repository.changedHeadcounts();
    if (changed.length === 0) return;
    await this.database.transaction((transaction) => this.followHeadcountsIn(transaction, changed));
  }

  /** The same for these openings of the season. */
  async followHeadcountsIn(
    transaction: Transaction,
    jobPostingIds: readonly string[],
  ): Promise<void> {
    const changes = await this.repository.refreshHeadcounts(transaction, jobPostingIds);
    await this.counters.add(transaction, headcountChanges(changes));
  }

  async countFairs(transaction: Transaction, by: number): Promise<void> {
    if (by !== 0) {
      await this.counters.add(transaction, [{ scope: seasonScope, metric: 'fairs', by }]);
    }
  }
}
