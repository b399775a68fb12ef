import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../platform/database/transaction.js';
import type { AgendaItem } from './agenda.rules.js';

const itemColumns = `
  id, fair_id AS "fairId", kind, title, title_en AS "titleEn", starts_at AS "startsAt",
  ends_at AS "endsAt", position`;

@Injectable()
export class AgendaRepository {
  async insert(transaction: Transaction, item: AgendaItem): Promise<void> {
    await transaction.query(
      `INSERT INTO agenda_item (id, fair_id, kind, title, title_en, starts_at, ends_at, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      valuesOf(item),
    );
  }

  async update(transaction: Transaction, item: AgendaItem): Promise<void> {
    await transaction.query(
      `UPDATE agenda_item SET kind = $3, title = $4, title_en = $5, starts_at = $6, ends_at = $7,
                              position = $8
       WHERE id = $1 AND fair_id = $2`,
      valuesOf(item),
    );
  }

  async delete(transaction: Transaction, fairId: string, id: string): Promise<boolean> {
    const deleted = await transaction.execute(
      'DELETE FROM agenda_item WHERE id = $1 AND fair_id = $2',
      [id, fairId],
    );
    return deleted > 0;
  }

  async find(
    transaction: Transaction,
    fairId: string,
    id: string,
  ): Promise<AgendaItem | undefined> {
    const [item] = await transaction.query<AgendaItem & Record<string, unknown>>(
      `SELECT ${itemColumns} FROM agenda_item WHERE id = $1 AND fair_id = $2`,
      [id, fairId],
    );
    return item;
  }

  async count(transaction: Transaction, fairId: string): Promise<number> {
    const [row] = await transaction.query<{ count: number }>(
      'SELECT count(*) FROM agenda_item WHERE fair_id = $1',
      [fairId],
    );
    return row?.count ?? 0;
  }
}

function valuesOf(item: AgendaItem): unknown[] {
  return [
    item.id,
    item.fairId,
    item.kind,
    item.title,
    item.titleEn,
    item.startsAt,
    item.endsAt,
    item.position,
  ];
}
