import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { AuditEntry } from '../../platform/audit/audit.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Counters } from '../../platform/counters/counters.js';
import { Reconciler } from '../../platform/counters/reconciler.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { JobPostingFacts } from './job-posting.events.js';
import { tallyOf } from './job-posting.rules.js';
import type { JobPosting, Tally } from './job-posting.rules.js';

type Counted = Pick<JobPosting, 'id' | 'companyId' | 'status' | 'headcount'>;

export interface Change {
  readonly before: Counted;
  readonly after: Counted;
}

/** What changed for one company. */
export interface CompanyTally extends Tally {
  readonly companyId: string;
}

/**
 * What goes with every change, in its transaction: the trail, the count of each company's open
 * postings (`postings.open` and `headcount.open` of `company:<id>`), the fact that one opened or closed.
 */
@Injectable()
export class JobPostingLedgerService implements OnModuleInit {
  constructor(
    private readonly counters: Counters,
    private readonly outbox: Outbox,
    private readonly reconciler: Reconciler,
    private readonly audit: Audit,
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

  /** One change by a person. */
  async record(
    transaction: Transaction,
    actor: Actor,
    { before, after }: Change,
    entry: Omit<AuditEntry, 'subjectId'>,
  ): Promise<void> {
    await this.changed(transaction, [{ before, after }]);
    await this.audit.record(transaction, actor, {
      action: entry.action,
      subjectId: after.id,
      details: { ...entry.details, from: before.status, to: after.status },
    });
  }

  /** Changes that nobody made by hand, or that have one entry for all. */
  async changed(transaction: Transaction, changes: readonly Change[]): Promise<void> {
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
