import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * One open transaction. Inside it only this object may touch the database: a second
 * connection taken from the pool while this one is held can deadlock the pool.
 */
export class Transaction {
  constructor(
    /** TypeORM on the same connection, for ordinary entities. */
    readonly manager: EntityManager,
    readonly client: PoolClient,
  ) {}

  /** Planned anew with its values: for sets, since a plan kept from a small table suits no large one. */
  async query<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    const result = await this.client.query<Row>(text, values);
    return result.rows;
  }

  /** A prepared statement, for those that run often on few rows. */
  async statement<Row extends QueryResultRow>(
    name: string,
    text: string,
    values: unknown[],
  ): Promise<Row[]> {
    const result = await this.client.query<Row>({ name, text, values });
    return result.rows;
  }

  /** Runs a statement for its effect and tells how many rows it touched. */
  async execute(text: string, values: unknown[] = []): Promise<number> {
    const result = await this.client.query(text, values);
    return result.rowCount ?? 0;
  }
}
