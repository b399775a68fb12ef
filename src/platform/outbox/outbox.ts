import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { idArray } from '../database/binary-array.js';
import type { Transaction } from '../database/transaction.js';
import { Consumers } from './consumers.js';
import type { Fact } from './fact.js';

/** A row of the outbox: facts of one kind that happened together, for one consumer. */
export interface DueRow {
  readonly id: number;
  readonly consumer: string;
  readonly facts: number;
}

export interface TakenRow {
  readonly id: number;
  readonly entityIds: readonly string[];
  /** Handled in vain so often that it will never succeed as it is. */
  readonly isHopeless: boolean;
}

/** Most facts in one row. */
export const mostFacts = 500;

/** How long a published row may stay unhandled before it is published again, in seconds. */
const publicationLease = 15;
/** Publications before a row counts as hopeless: crashes of workers count, so it is generous. */
export const mostPublications = 20;
/** Failures of the handler itself, one fact alone, before it is given up. */
export const mostFailures = 3;

/**
 * Facts that are committed but not yet handled. A row is written in the transaction of
 * the change itself and leaves in the transaction of its effect. Facts that come together share a
 * row: its writing, claiming and deleting then cost next to nothing (`bench/i4-processing.ts`).
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
      `INSERT INTO outbox (consumer, entity_ids)
       SELECT consumer, array_agg(entity_id ORDER BY place)
       FROM unnest($1::uuid[]) WITH ORDINALITY AS given (entity_id, place)
       CROSS JOIN unnest($2::text[]) AS consumer
       GROUP BY consumer, (place - 1) / ${mostFacts}`,
      [idArray(entityIds), this.consumers.namesFor(fact)],
    );
  }

  /** Takes due rows for publication; nobody else takes them until the lease ends. */
  async claimDue(limit: number): Promise<DueRow[]> {
    return this.database.statement<DueRow & Record<string, unknown>>(
      'outbox.claim-due',
      `UPDATE outbox SET
         publications = publications + 1,
         available_at = now() + make_interval(secs => $2 * least(publications + 1, 4))
       WHERE id IN (
         SELECT id FROM outbox WHERE available_at <= now()
         ORDER BY available_at, id LIMIT $1 FOR UPDATE SKIP LOCKED
       )
       RETURNING id, consumer, cardinality(entity_ids) AS facts`,
      [limit, publicationLease],
    );
  }

  /** Gives claimed rows back at once, when the queue could not take them. */
  async giveBack(ids: readonly number[]): Promise<void> {
    await this.database.query(
      `UPDATE outbox SET available_at = now() + interval '1 second', publications = publications - 1
       WHERE id = ANY($1)`,
      [ids],
    );
  }

  /** The rows of a slice that are still to do and that no other worker holds right now. */
  async take(transaction: Transaction, ids: readonly number[]): Promise<TakenRow[]> {
    const rows = await transaction.statement<{ id: number; list: string; isHopeless: boolean }>(
      'outbox.take',
      // As a text, because node-postgres reads an array character by character.
      `SELECT id, array_to_string(entity_ids, ',') AS list,
              publications >= $2 OR failures >= $3 AS "isHopeless"
       FROM outbox WHERE id = ANY($1) ORDER BY id FOR UPDATE SKIP LOCKED`,
      [ids, mostPublications, mostFailures],
    );
    return rows.map(({ list, ...row }) => ({ ...row, entityIds: list.split(',') }));
  }

  async finish(transaction: Transaction, ids: readonly number[]): Promise<void> {
    await transaction.statement('outbox.finish', 'DELETE FROM outbox WHERE id = ANY($1)', [ids]);
  }

  /**
   * Two rows out of one that cannot be handled as a whole, each with tries of its own.
   *
   * @returns their ids; none when somebody else has handled the row meanwhile
   */
  async split(id: number): Promise<number[]> {
    const rows = await this.database.query<{ id: number }>(
      `WITH whole AS (
         DELETE FROM outbox WHERE id = $1 AND cardinality(entity_ids) > 1
         RETURNING consumer, entity_ids, available_at, publications / 2 AS publications, created_at,
                   cardinality(entity_ids) / 2 AS middle
       )
       INSERT INTO outbox (consumer, entity_ids, available_at, publications, created_at)
       SELECT consumer, half, available_at, publications, created_at
       FROM whole CROSS JOIN LATERAL (
         VALUES (entity_ids[:middle]), (entity_ids[middle + 1:])
       ) AS halves (half)
       RETURNING id`,
      [id],
    );
    return rows.map((row) => row.id);
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
      `SELECT coalesce(sum(cardinality(entity_ids)), 0) AS waiting,
              coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS oldest
       FROM outbox`,
    );
    return { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldest ?? 0 };
  }
}
