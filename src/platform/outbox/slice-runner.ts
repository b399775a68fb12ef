import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '../database/database.js';
import { isDatabaseUnavailable } from '../database/database-errors.js';
import { LOGGER } from '../logging/logger.js';
import type { Slice } from '../queue/slice-queue.js';
import { Consumers } from './consumers.js';
import { Outbox } from './outbox.js';

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
    const unwieldy = await this.database.transaction(async (transaction) => {
      const rows = await this.outbox.take(transaction, ids);
      const hopeful = rows.filter((row) => !row.isHopeless);
      const single = rows.filter((row) => row.isHopeless && row.entityIds.length === 1);
      const entityIds = hopeful.flatMap((row) => row.entityIds);
      if (entityIds.length > 0) await handler.consume(transaction, entityIds);
      for (const { entityIds } of single) {
        await handler.giveUp(transaction, entityIds[0] ?? '', 'processing-failed');
      }
      const done = [...hopeful, ...single].map((row) => row.id);
      if (done.length > 0) await this.outbox.finish(transaction, done);
      return rows.filter((row) => row.isHopeless && row.entityIds.length > 1);
    });
    // One fact that kills every worker must not take the others of its row along.
    for (const { id } of unwieldy) await this.outbox.split(id);
  }

  /** One fact that cannot be handled must not hold the others. */
  private async runApart({ consumer, ids }: Slice, error: unknown): Promise<void> {
    const [only] = ids;
    if (ids.length > 1) {
      const middle = Math.ceil(ids.length / 2);
      await this.run({ consumer, ids: ids.slice(0, middle) });
      await this.run({ consumer, ids: ids.slice(middle) });
    } else if (only !== undefined) {
      await this.runHalves(consumer, only, error);
    }
  }

  private async runHalves(consumer: string, id: number, error: unknown): Promise<void> {
    const halves = await this.outbox.split(id);
    for (const half of halves) await this.run({ consumer, ids: [half] });
    if (halves.length > 0) return;
    const fault = error instanceof Error ? error.name : 'unknown';
    this.logger.warn({ consumer, outboxId: id, fault }, 'fact could not be handled');
    await this.outbox.countFailure(id);
  }
}
