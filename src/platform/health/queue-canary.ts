import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { newId } from '../ids/new-id.js';
import { Consumes, defineFact } from '../outbox/fact.js';
import type { FactConsumer } from '../outbox/fact.js';
import { Outbox } from '../outbox/outbox.js';
import { PeriodicTasks } from '../queue/periodic-tasks.js';

const canarySent = defineFact('platform.canary-sent');

/**
 * A worker can look alive and be deaf (its connection ended after a failover), so health
 * is the age of a fact that went the whole way: outbox, relay, queue, worker.
 */
@Injectable()
@Consumes(canarySent, 'platform.canary')
export class QueueCanary implements FactConsumer, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly periodicTasks: PeriodicTasks,
  ) {}

  onModuleInit(): void {
    this.periodicTasks.register({
      name: 'platform.canary',
      everySeconds: 10,
      run: () => this.send(),
    });
  }

  async consume(transaction: Transaction, entityIds: readonly string[]): Promise<void> {
    await transaction.query('UPDATE queue_canary SET arrived_at = now() WHERE id = ANY($1)', [
      entityIds,
    ]);
  }

  async giveUp(): Promise<void> {
    // A lost canary is already what it is for: the age in the health report grows.
  }

  private async send(): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const id = newId();
      await transaction.query(
        `DELETE FROM queue_canary WHERE sent_at < now() - interval '10 minutes'`,
      );
      await transaction.query('INSERT INTO queue_canary (id) VALUES ($1)', [id]);
      await this.outbox.append(transaction, canarySent, [id]);
    });
  }
}
