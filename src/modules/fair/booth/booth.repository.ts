import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { FairFacts } from '../fair.events.js';
import type { BoothStatus, Decision, Presence } from './booth.rules.js';

export interface LockedBooth {
  readonly id: string;
  readonly companyId: string;
  readonly status: BoothStatus;
}

/** Every call happens under the lock of the fair. */
@Injectable()
export class BoothRepository {
  constructor(private readonly outbox: Outbox) {}

  /** @returns false when the company has a booth in this fair already */
  async insertApplied(
    transaction: Transaction,
    booth: { id: string; fairId: string; companyId: string },
  ): Promise<boolean> {
    const inserted = await transaction.execute(
      `INSERT INTO booth (id, fair_id, company_id, status) VALUES ($1, $2, $3, 'applied')
       ON CONFLICT (fair_id, company_id) DO NOTHING`,
      [booth.id, booth.fairId, booth.companyId],
    );
    return inserted > 0;
  }

  async lock(
    transaction: Transaction,
    fairId: string,
    id: string,
  ): Promise<LockedBooth | undefined> {
    const [booth] = await transaction.query<LockedBooth & Record<string, unknown>>(
      `SELECT id, company_id AS "companyId", status FROM booth
       WHERE id = $1 AND fair_id = $2 FOR UPDATE`,
      [id, fairId],
    );
    return booth;
  }

  async setPresence(transaction: Transaction, id: string, presence: Presence): Promise<void> {
    await transaction.query('UPDATE booth SET status = $2 WHERE id = $1', [id, presence]);
  }

  /** A booth that is approved for the first time takes the next free place. Its company will hear of it. */
  async decide(
    transaction: Transaction,
    id: string,
    decision: Decision,
    reason: string | null,
  ): Promise<void> {
    await transaction.query(
      `UPDATE booth SET status = $2, decision_reason = $3,
         position = CASE WHEN $2 = 'approved' AND position IS NULL THEN
           (SELECT coalesce(max(position), 0) + 1 FROM booth AS other
            WHERE other.fair_id = booth.fair_id)
         ELSE position END
       WHERE id = $1`,
      [id, decision, reason],
    );
    await this.outbox.append(transaction, FairFacts.boothDecided, [id]);
  }

  /** The company is no longer shown: its booths that are open right now go dark. */
  async takeOffline(transaction: Transaction, companyIds: readonly string[]): Promise<void> {
    await transaction.query(
      `UPDATE booth SET status = 'offline' WHERE company_id = ANY($1) AND status = 'online'`,
      [companyIds],
    );
  }

  async postingsOf(transaction: Transaction, boothId: string): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      'SELECT job_posting_id AS id FROM booth_posting WHERE booth_id = $1',
      [boothId],
    );
    return rows.map((row) => row.id);
  }

  /** Which of these openings the company has published and still offers. */
  async showable(
    transaction: Transaction,
    companyId: string,
    jobPostingIds: readonly string[],
  ): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `SELECT id FROM reporting.job_posting
       WHERE id = ANY($1) AND company_id = $2 AND status = 'published' AND valid_through >= now()`,
      [jobPostingIds, companyId],
    );
    return rows.map((row) => row.id);
  }

  async show(
    transaction: Transaction,
    fairId: string,
    boothId: string,
    jobPostingIds: readonly string[],
  ): Promise<void> {
    await transaction.query(
      `INSERT INTO booth_posting (fair_id, booth_id, job_posting_id, takes_part)
       SELECT $1, booth.id, shown.id, booth_takes_part(booth.status)
       FROM booth CROSS JOIN unnest($3::uuid[]) AS shown (id) WHERE booth.id = $2
       FOR SHARE OF booth`,
      [fairId, boothId, jobPostingIds],
    );
  }

  async hide(
    transaction: Transaction,
    boothId: string,
    jobPostingIds: readonly string[],
  ): Promise<void> {
    await transaction.query(
      'DELETE FROM booth_posting WHERE booth_id = $1 AND job_posting_id = ANY($2)',
      [boothId, jobPostingIds],
    );
  }
}
