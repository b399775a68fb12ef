import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../../platform/http/page.js';
import type { Page } from '../../../platform/http/page.js';
import { placedStatuses } from './booth.rules.js';
import type { BoothStatus } from './booth.rules.js';

export interface Booth {
  readonly id: string;
  readonly fairId: string;
  readonly companyId: string;
  readonly status: BoothStatus;
  /** Its number on the plan of the fair, once it is approved. */
  readonly position: number | null;
  /** Why the organizer decided so; for the company and the organizer only. */
  readonly decisionReason: string | null;
  readonly jobPostingCount: number;
}

/** Whose booths a reader sees beside those that take part. */
export interface BoothScope {
  readonly all: boolean;
  readonly companyIds: readonly string[];
}

export interface BoothFilter {
  readonly statuses?: readonly BoothStatus[];
  readonly limit?: number;
  readonly cursor?: string;
}

interface BoothRow extends Booth {
  [column: string]: unknown;
}

const boothColumns = `
  booth.id, booth.fair_id AS "fairId", booth.company_id AS "companyId", booth.status,
  booth.position, booth.decision_reason AS "decisionReason",
  (SELECT count(*) FROM booth_posting WHERE booth_posting.booth_id = booth.id)
    AS "jobPostingCount"`;

/** Booths without a place come last. */
const withoutPlace = 2_147_483_647;

@Injectable()
export class BoothQueries {
  constructor(private readonly database: Database) {}

  async find(fairId: string, id: string): Promise<Booth | undefined> {
    const [booth] = await this.database.query<BoothRow>(
      `SELECT ${boothColumns} FROM booth WHERE id = $1 AND fair_id = $2`,
      [id, fairId],
    );
    return booth;
  }

  /** By their place in the fair. */
  async list(fairId: string, scope: BoothScope, filter: BoothFilter): Promise<Page<Booth>> {
    const limit = filter.limit ?? defaultPageSize;
    const [position = null, id = null] = decodeCursor(filter.cursor, 2) ?? [];
    const rows = await this.database.query<BoothRow>(
      `SELECT ${boothColumns} FROM booth
       WHERE fair_id = $1 AND ($2 OR status = ANY($3) OR company_id = ANY($4))
         AND ($5::text[] IS NULL OR status = ANY($5))
         AND ($6::int IS NULL OR (coalesce(position, $8), id) > ($6, $7::uuid))
       ORDER BY coalesce(position, $8), id
       LIMIT $9`,
      [
        fairId,
        scope.all,
        placedStatuses,
        scope.companyIds,
        filter.statuses ?? null,
        position,
        id,
        withoutPlace,
        limit + 1,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.position ?? withoutPlace, row.id],
      (row) => row,
    );
  }
}
