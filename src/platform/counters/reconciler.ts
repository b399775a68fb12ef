import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../database/database.js';
import { LOGGER } from '../logging/logger.js';

/** How a metric is counted again from the facts: SQL that yields `scope` and `value`. */
export interface CounterDefinition {
  readonly metric: string;
  readonly recountSql: string;
}

export interface CounterDifference {
  readonly scope: string;
  readonly metric: string;
  readonly counted: number;
  readonly recounted: number;
}

/** Counts everything again from the rows and reports each counter that does not agree. */
@Injectable()
export class Reconciler {
  private readonly definitions: CounterDefinition[] = [];
  private lastDifferences: readonly CounterDifference[] = [];

  constructor(
    private readonly database: Database,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  define(definition: CounterDefinition): void {
    if (this.definitions.some((known) => known.metric === definition.metric)) {
      throw new Error(`Counter ${definition.metric} is defined twice`);
    }
    this.definitions.push(definition);
  }

  /** What the newest run found; empty when every number agrees. */
  get differences(): readonly CounterDifference[] {
    return this.lastDifferences;
  }

  /** Compares in one snapshot, so that running traffic cannot look like a difference. */
  async reconcile(): Promise<readonly CounterDifference[]> {
    this.lastDifferences = await this.database.snapshot(async (transaction) => {
      const found: CounterDifference[] = [];
      for (const definition of this.definitions) {
        found.push(
          ...(await transaction.query<CounterDifference & Record<string, unknown>>(
            `SELECT coalesce(counted.scope, recounted.scope) AS scope, $1::text AS metric,
                    coalesce(counted.value, 0)::bigint AS counted,
                    coalesce(recounted.value, 0)::bigint AS recounted
             FROM (SELECT scope, value FROM counter WHERE metric = $1) AS counted
             FULL JOIN (${definition.recountSql}) AS recounted ON recounted.scope = counted.scope
             WHERE coalesce(counted.value, 0) <> coalesce(recounted.value, 0)`,
            [definition.metric],
          )),
        );
      }
      return found;
    });
    for (const difference of this.lastDifferences) {
      this.logger.error(difference, 'counter differs from its facts');
    }
    return this.lastDifferences;
  }
}
