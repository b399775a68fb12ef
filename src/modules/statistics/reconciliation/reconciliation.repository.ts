import { Injectable } from '@nestjs/common';
import type { CounterDifference } from '../../../platform/counters/reconciler.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/ids/new-id.js';

export interface Reconciliation {
  readonly finishedAt: Date;
  /** Empty when every counter agrees with its rows. */
  readonly differences: readonly CounterDifference[];
}

type Row = Reconciliation & Record<string, unknown>;

/** A week at one in five minutes. */
const mostKept = 2_016;

@Injectable()
export class ReconciliationRepository {
  constructor(private readonly database: Database) {}

  async newest(): Promise<Reconciliation | null> {
    const [row] = await this.database.query<Row>(
      `SELECT finished_at AS "finishedAt", differences FROM reconciliation
       ORDER BY id DESC LIMIT 1`,
    );
    return row ?? null;
  }

  async save(differences: readonly CounterDifference[]): Promise<Reconciliation> {
    const [row] = await this.database.query<Row>(
      `INSERT INTO reconciliation (id, differences) VALUES ($1, $2::jsonb)
       RETURNING finished_at AS "finishedAt", differences`,
      [newId(), JSON.stringify(differences)],
    );
    if (!row) throw new Error('An insert returns its row');
    await this.database.query(
      `DELETE FROM reconciliation WHERE id < (
         SELECT id FROM reconciliation ORDER BY id DESC OFFSET $1 LIMIT 1
       )`,
      [mostKept],
    );
    return row;
  }
}
