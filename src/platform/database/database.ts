import { Injectable } from '@nestjs/common';
import type { Pool, PoolClient, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { isPostgresInputFault } from '../batching/postgres-input-fault.js';
import { PlanRenewal } from './plan-renewal.js';
import { Transaction } from './transaction.js';

/** A connection that breaks also raises an event; without a listener it would end the process. */
const toldByTheQuery = (): void => undefined;

/** The one door to Postgres: prepared statements, transactions, snapshots. */
@Injectable()
export class Database {
  private readonly plans = new PlanRenewal();

  constructor(readonly dataSource: DataSource) {}

  /** TypeORM's own pool: one pool for the process, whatever the way in. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const result = await this.pool.query<Row>(text, values);
    return result.rows;
  }

  /** A prepared statement on any free connection. */
  async statement<Row extends QueryResultRow>(
    name: string,
    text: string,
    values: unknown[],
  ): Promise<Row[]> {
    const client = await this.pool.connect();
    client.on('error', toldByTheQuery);
    try {
      await this.plans.renew(client);
      const result = await client.query<Row>({ name, text, values });
      client.off('error', toldByTheQuery);
      client.release();
      return result.rows;
    } catch (error) {
      const isSound = isPostgresInputFault(error);
      if (isSound) client.off('error', toldByTheQuery);
      client.release(!isSound);
      throw error;
    }
  }

  /** Commits what `work` did, or nothing of it. */
  async transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.run('READ COMMITTED', work);
  }

  /** Several reads of one moment, so that numbers shown together agree. */
  async snapshot<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.run('REPEATABLE READ', async (transaction) => {
      await transaction.query('SET TRANSACTION READ ONLY');
      return work(transaction);
    });
  }

  private async run<Result>(
    isolation: 'READ COMMITTED' | 'REPEATABLE READ',
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await this.plans.renew(client);
      await runner.startTransaction(isolation);
      const result = await work(new Transaction(runner.manager, client));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A connection that is gone has rolled back by itself; the first error is the one to tell.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}
