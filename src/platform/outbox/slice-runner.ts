import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../database/database.js';
import { isDatabaseUnavailable } from '../database/database-errors.js';
import { LOGGER } from '../logging/logger.js';
import type { Slice } from '../queue/slice-queue.js';
import { Consumers } from './consumers.js';
import { mostFailures, Outbox } from './outbox.js';
import type { TakenFact } from './outbox.js';

/** Runs a slice of facts. Running one twice, or in two workers at once, changes nothing more. */
@Injectable()
export class SliceRunner {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly consumers: Consumers,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @throws the error of a database that is away: the queue tries the slice again
   */
  async run(slice: Slice): Promise<void> {
    try {
      await this.runTogether(slice);
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      await this.runApart(slice, error);
    }
  }

  private async runTogether({ consumer, ids }: Slice): Promise<void> {
    const handler = this.consumers.handler(consumer);
    await this.database.transaction(async (transaction) => {
      const facts = await this.outbox.take(transaction, ids);
      const [hopeless, hopeful] = partition(facts, (fact) => fact.failures >= mostFailures);
      for (const fact of hopeless) {
        await handler.giveUp(transaction, fact.entityId, 'processing-failed');
      }
      if (hopeful.length > 0) {
        await handler.consume(
          transaction,
          hopeful.map((fact) => fact.entityId),
        );
      }
      if (facts.length > 0) {
        await this.outbox.finish(
          transaction,
          facts.map((fact) => fact.id),
        );
      }
    });
  }

  /** One fact that cannot be handled must not hold the other ninety-nine. */
  private async runApart({ consumer, ids }: Slice, error: unknown): Promise<void> {
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) {
      const fault = error instanceof Error ? error.name : 'unknown';
      this.logger.warn({ consumer, outboxId: only, fault }, 'fact could not be handled');
      await this.outbox.countFailure(only);
      return;
    }
    const middle = Math.ceil(ids.length / 2);
    await this.run({ consumer, ids: ids.slice(0, middle) });
    await this.run({ consumer, ids: ids.slice(middle) });
  }
}

function partition(
  facts: readonly TakenFact[],
  belongs: (fact: TakenFact) => boolean,
): [TakenFact[], TakenFact[]] {
  return [facts.filter(belongs), facts.filter((fact) => !belongs(fact))];
}
