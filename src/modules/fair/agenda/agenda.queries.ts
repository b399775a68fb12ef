import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { AgendaItem } from './agenda.rules.js';

@Injectable()
export class AgendaQueries {
  constructor(private readonly database: Database) {}

  /** The whole agenda in its order; a fair has few items, so there are no pages. */
  async itemsOf(fairId: string): Promise<AgendaItem[]> {
    return this.database.query<AgendaItem & Record<string, unknown>>(
      `SELECT id, fair_id AS "fairId", kind, title, title_en AS "titleEn",
              starts_at AS "startsAt", ends_at AS "endsAt", position
       FROM agenda_item WHERE fair_id = $1 ORDER BY starts_at, position, id`,
      [fairId],
    );
  }
}
