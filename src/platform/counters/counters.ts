import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { MicroBatcher } from '../batching/micro-batcher.js';
import { isPostgresInputFault } from '../batching/postgres-input-fault.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';

/** A change of one number: `scope` says whose (`season`, `fair:<id>`), `metric` says which. */
export interface CounterChange {
  readonly scope: string;
  readonly metric: string;
  readonly by: number;
}

/**
 * Adds sums to counter rows. Rows are touched in one order everywhere, so that two
 * transactions that count the same things wait for each other and never deadlock.
 */
export const addToCountersSql = `
  INSERT INTO counter (scope, metric, value)
  SELECT scope, metric, sum(by)::bigint
  FROM unnest($1::text[], $2::text[], $3::bigint[]) AS change (scope, metric, by)
  GROUP BY scope, metric ORDER BY scope, metric
  ON CONFLICT (scope, metric) DO UPDATE SET value = counter.value + excluded.value`;

/** Exact totals, changed in the transaction of the fact that they count. */
@Injectable()
export class Counters implements OnApplicationShutdown {
  private readonly increments = new MicroBatcher<CounterChange, void>(
    async (changes) => {
      await this.database.statement('counters.add', addToCountersSql, columnsOf(changes));
      return changes.map(() => undefined);
    },
    { isInputFault: isPostgresInputFault, maxBatch: 2_000 },
  );

  constructor(private readonly database: Database) {}

  /** Counts together with the fact: both commit or neither. */
  async add(transaction: Transaction, changes: readonly CounterChange[]): Promise<void> {
    if (changes.length === 0) return;
    await transaction.statement('counters.add', addToCountersSql, columnsOf(changes));
  }

  /** Counts something that has no row of its own; returns when it is committed. */
  async increment(change: CounterChange): Promise<void> {
    await this.increments.submit(change);
  }

  /** All metrics of the given scopes, by scope and metric; a missing one is 0. */
  async read(scopes: readonly string[]): Promise<Map<string, Map<string, number>>> {
    const rows = await this.database.statement<{ scope: string; metric: string; value: number }>(
      'counters.read',
      'SELECT scope, metric, value FROM counter WHERE scope = ANY($1)',
      [scopes],
    );
    const values = new Map(scopes.map((scope) => [scope, new Map<string, number>()]));
    for (const row of rows) values.get(row.scope)?.set(row.metric, row.value);
    return values;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.increments.close();
  }
}

/** One row for each counter: a slice changes few counters many times. */
function columnsOf(changes: readonly CounterChange[]): [string[], string[], number[]] {
  const sums = new Map<string, CounterChange>();
  for (const { scope, metric, by } of changes) {
    const key = `${scope} ${metric}`;
    sums.set(key, { scope, metric, by: by + (sums.get(key)?.by ?? 0) });
  }
  const summed = [...sums.values()];
  return [
    summed.map((change) => change.scope),
    summed.map((change) => change.metric),
    summed.map((change) => change.by),
  ];
}
