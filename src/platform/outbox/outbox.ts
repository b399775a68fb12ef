import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { Consumers } from './consumers.js';
import type { Fact } from './fact.js';

export interface DueFact {
  readonly id: number;
  readonly consumer: string;
}

export interface TakenFact {
  readonly id: number;
  readonly entityId: string;
  readonly failures: number;
}

/** How long a published fact may stay unhandled before it is published again, in seconds. */
const publicationLease = 15;
/** Publications before a fact counts as impossible: crashes of workers count, so it is generous. */
export const mostPublications = 20;
/** Failures of the handler itself, one fact alone, before it is given up. */
export const mostFailures = 3;

/**
 * Facts that are committed but not yet handled. A row is written in the transaction of
 * the change itself and leaves in the transaction of its effect.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly consumers: Consumers,
  ) {}

  async append(transaction: Transaction, fact: Fact, entityIds: readonly string[]): Promise<void> {
    await transaction.statement(
      'outbox.append',
      `INSERT INTO outbox (consumer, entity_id)
       SELECT consumer, entity_id
       FROM unnest($1::uuid[]) AS entity_id CROSS JOIN unnest($2::text[]) AS consumer`,
      [entityIds, this.consumers.namesFor(fact)],
    );
  }

  /** Takes due facts for publication; nobody else takes them until the lease ends. */
  async claimDue(limit: number): Promise<DueFact[]> {
    return this.database.statement<{ id: number; consumer: string }>(
      'outbox.claim-due',
      `UPDATE outbox SET
         publications = publications + 1,
         available_at = now() + make_interval(secs => $2 * least(publications + 1, 4))
       WHERE id IN (
         SELECT id FROM outbox WHERE available_at <= now()
         ORDER BY available_at, id LIMIT $1 FOR UPDATE SKIP LOCKED
       )
       RETURNING id, consumer`,
      [limit, publicationLease],
    );
  }

  /** Gives claimed facts back at once, when the queue could not take them. */
  async giveBack(ids: readonly number[]): Promise<void> {
    await this.database.query(
      `UPDATE outbox SET available_at = now() + interval '1 second', publications = publications - 1
       WHERE id = ANY($1)`,
      [ids],
    );
  }

  /** The facts of a slice that are still to do and that no other worker holds right now. */
  async take(transaction: Transaction, ids: readonly number[]): Promise<TakenFact[]> {
    return transaction.statement<{ id: number; entityId: string; failures: number }>(
      'outbox.take',
      `SELECT id, entity_id AS "entityId",
              CASE WHEN publications >= $2 THEN $3 ELSE failures END AS failures
       FROM outbox WHERE id = ANY($1) ORDER BY id FOR UPDATE SKIP LOCKED`,
      [ids, mostPublications, mostFailures],
    );
  }

  async finish(transaction: Transaction, ids: readonly number[]): Promise<void> {
    await transaction.statement('outbox.finish', 'DELETE FROM outbox WHERE id = ANY($1)', [ids]);
  }

  async countFailure(id: number): Promise<void> {
    await this.database.query(
      `UPDATE outbox SET failures = failures + 1, available_at = now() + interval '1 second'
       WHERE id = $1`,
      [id],
    );
  }

  /** How many facts wait and how old the oldest is, in seconds. */
  async backlog(): Promise<{ waiting: number; oldestSeconds: number }> {
    const [row] = await this.database.query<{ waiting: number; oldest: number }>(
      `SELECT count(*) AS waiting,
              coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS oldest
       FROM outbox`,
    );
    return { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldest ?? 0 };
  }
}
