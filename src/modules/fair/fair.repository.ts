import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/transaction.js';
import type { Fair, FairStatus } from './fair.rules.js';

export type NewFair = Omit<Fair, 'status' | 'publishedAt' | 'version'>;
export type FairContent = Omit<NewFair, 'id' | 'organizerId'>;

const presentFairSql = `
  SELECT id, organizer_id AS "organizerId", name, name_en AS "nameEn", description,
         region_code AS "regionCode", time_zone AS "timeZone",
         opens_at AS "opensAt", closes_at AS "closesAt",
         fair_status_at(status, opens_at, closes_at, $2) AS status,
         published_at AS "publishedAt", version
  FROM fair WHERE id = $1`;

@Injectable()
export class FairRepository {
  async insert(transaction: Transaction, fair: NewFair): Promise<void> {
    await transaction.query(
      `INSERT INTO fair (id, organizer_id, name, name_en, description, region_code, time_zone,
                         opens_at, closes_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [fair.id, fair.organizerId, ...contentValues(fair)],
    );
  }

  /**
   * Locks a fair for everything that changes it, its booths or its agenda: one writer at a
   * time. Rows that only refer to the fair, such as applications, do not wait.
   */
  async lock(transaction: Transaction, id: string, now: Date): Promise<Fair | undefined> {
    const [fair] = await transaction.query<Fair & Record<string, unknown>>(
      `${presentFairSql} FOR NO KEY UPDATE`,
      [id, now],
    );
    return fair;
  }

  /** Keeps everybody from changing a fair; any number may hold it at once. */
  async hold(transaction: Transaction, id: string, now: Date): Promise<Fair | undefined> {
    const [fair] = await transaction.query<Fair & Record<string, unknown>>(
      `${presentFairSql} FOR SHARE`,
      [id, now],
    );
    return fair;
  }

  /** Saves the content under the next version. */
  async save(transaction: Transaction, id: string, content: FairContent): Promise<void> {
    await transaction.query(
      `UPDATE fair SET name = $2, name_en = $3, description = $4, region_code = $5, time_zone = $6,
                       opens_at = $7, closes_at = $8, version = version + 1
       WHERE id = $1`,
      [id, ...contentValues(content)],
    );
  }

  async setStatus(transaction: Transaction, id: string, to: FairStatus, now: Date): Promise<void> {
    await transaction.query(
      `UPDATE fair SET status = $2,
         published_at = CASE WHEN $2 = 'registration_open' THEN $3 ELSE published_at END
       WHERE id = $1`,
      [id, to, now],
    );
  }

  /**
   * Writes down that the hours of fairs have begun. Fairs that somebody else is changing
   * right now are left for the next time.
   *
   * @param id only this fair, or `null` for all
   */
  async openDue(transaction: Transaction, now: Date, id: string | null): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `UPDATE fair SET status = 'live'
       WHERE id IN (
         SELECT id FROM fair
         WHERE status = 'booths_frozen' AND opens_at <= $1 AND ($2::uuid IS NULL OR id = $2)
         ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
       )
       RETURNING id`,
      [now, id],
    );
    return rows.map((row) => row.id);
  }

  /** Writes down that the hours of fairs have ended; see `openDue`. */
  async closeDue(transaction: Transaction, now: Date, id: string | null): Promise<string[]> {
    const rows = await transaction.query<{ id: string }>(
      `UPDATE fair SET status = 'closed'
       WHERE id IN (
         SELECT id FROM fair
         WHERE status = 'live' AND closes_at <= $1 AND ($2::uuid IS NULL OR id = $2)
         ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
       )
       RETURNING id`,
      [now, id],
    );
    return rows.map((row) => row.id);
  }

  /** When a fair is over nobody stands in its booths any more. */
  async takeBoothsOffline(transaction: Transaction, fairIds: readonly string[]): Promise<void> {
    await transaction.query(
      `UPDATE booth SET status = 'offline' WHERE fair_id = ANY($1) AND status = 'online'`,
      [fairIds],
    );
  }

  async hasAgendaOutside(
    transaction: Transaction,
    id: string,
    hours: { readonly opensAt: Date; readonly closesAt: Date },
  ): Promise<boolean> {
    const rows = await transaction.query(
      'SELECT FROM agenda_item WHERE fair_id = $1 AND (starts_at < $2 OR ends_at > $3) LIMIT 1',
      [id, hours.opensAt, hours.closesAt],
    );
    return rows.length > 0;
  }
}

function contentValues(fair: FairContent): unknown[] {
  return [
    fair.name,
    fair.nameEn,
    fair.description,
    fair.regionCode,
    fair.timeZone,
    fair.opensAt,
    fair.closesAt,
  ];
}
