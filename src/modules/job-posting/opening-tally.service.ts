import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Counters } from '../../platform/counters/counters.js';
import { Reconciler } from '../../platform/counters/reconciler.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { JobPostingFacts } from './job-posting.events.js';
import { tallyOf } from './job-posting.rules.js';
import type { JobPosting, Tally } from './job-posting.rules.js';

type Counted = Pick<JobPosting, 'id' | 'companyId' | 'status' | 'headcount'>;

/** What changed for one company. */
export interface CompanyTally extends Tally {
  readonly companyId: string;
}

/**
 * Keeps count of each company's open postings and tells when one opens or closes, in the
 * transaction of the change. Counters: `postings.open` and `headcount.open` of `company:<id>`.
 */
@Injectable()
export class OpeningTallyService implements OnModuleInit {
  constructor(
    private readonly counters: Counters,
    private readonly outbox: Outbox,
    private readonly reconciler: Reconciler,
  ) {}

  onModuleInit(): void {
    for (const [metric, sum] of [
      ['postings.open', 'count(*)'],
      ['headcount.open', 'sum(headcount)'],
    ] as const) {
      this.reconciler.define({
        metric,
        recountSql: `SELECT 'company:' || company_id AS scope, ${sum} AS value
                     FROM job_posting WHERE status = 'published' GROUP BY company_id`,
      });
    }
  }

  async changed(
    transaction: Transaction,
    changes: readonly { readonly before: Counted; readonly after: Counted }[],
  ): Promise<void> {
    const moved = changes.map(({ before, after }) => ({
      id: after.id,
      companyId: after.companyId,
      postings: tallyOf(after).postings - tallyOf(before).postings,
      headcount: tallyOf(after).headcount - tallyOf(before).headcount,
    }));
    await this.count(transaction, moved);
    await this.tell(
      transaction,
      moved.filter(({ postings }) => postings > 0).map(({ id }) => id),
      moved.filter(({ postings }) => postings < 0).map(({ id }) => id),
    );
  }

  async count(transaction: Transaction, tallies: readonly CompanyTally[]): Promise<void> {
    await this.counters.add(
      transaction,
      tallies
        .flatMap(({ companyId, postings, headcount }) => [
          { scope: `company:${companyId}`, metric: 'postings.open', by: postings },
          { scope: `company:${companyId}`, metric: 'headcount.open', by: headcount },
        ])
        .filter(({ by }) => by !== 0),
    );
  }

  async tell(
    transaction: Transaction,
    opened: readonly string[],
    closed: readonly string[],
  ): Promise<void> {
    if (opened.length > 0) await this.outbox.append(transaction, JobPostingFacts.published, opened);
    if (closed.length > 0) await this.outbox.append(transaction, JobPostingFacts.closed, closed);
  }
}
