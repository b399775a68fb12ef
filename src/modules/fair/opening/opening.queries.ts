import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../../platform/http/page.js';
import type { Page } from '../../../platform/http/page.js';
import { placedStatuses } from '../booth/booth.rules.js';
import { regionPrefix } from './opening.rules.js';
import type { OpeningState } from './opening.rules.js';

export interface OpeningFilter {
  readonly state?: OpeningState;
  readonly query?: string;
  readonly occupationCode?: string;
  readonly regionCode?: string;
  readonly companyId?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

export interface OpeningPlace {
  readonly boothId: string;
  readonly jobPostingId: string;
}

/** An opening in a fair, as an application or a pushed card names it. */
export interface PlacementQuestion {
  readonly fairId: string;
  readonly jobPostingId: string;
}

export interface Placement extends PlacementQuestion {
  /** It stands in a booth of the fair that takes part. */
  readonly isPlaced: boolean;
  /** The fair is live and takes applications. */
  readonly isFairOpen: boolean;
}

type Row<Fields> = Fields & Record<string, unknown>;

@Injectable()
export class OpeningQueries {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async list(fairId: string, filter: OpeningFilter, now: Date): Promise<Page<OpeningPlace>> {
    const limit = filter.limit ?? defaultPageSize;
    const [before = null] = decodeCursor(filter.cursor, 1) ?? [];
    const rows = await this.database.query<Row<OpeningPlace>>(
      `SELECT placed.booth_id AS "boothId", placed.job_posting_id AS "jobPostingId"
       FROM reporting.booth_posting AS placed
       JOIN reporting.job_posting AS posting ON posting.id = placed.job_posting_id
       JOIN reporting.company ON company.id = placed.company_id
       WHERE placed.fair_id = $1 AND placed.is_counted
         AND ($2 OR (posting.status = 'published' AND posting.valid_through >= $3))
         AND ($4::text IS NULL OR strpos(lower(concat_ws(' ', posting.title, company.legal_name,
                                                         company.legal_name_en)), lower($4)) > 0)
         AND ($5::text IS NULL OR posting.occupation_code = $5
              OR starts_with(posting.occupation_code, $5 || '-'))
         AND ($6::text IS NULL OR starts_with(posting.region_code, $6))
         AND ($7::uuid IS NULL OR placed.company_id = $7)
         AND ($8::uuid IS NULL OR placed.job_posting_id < $8)
       ORDER BY placed.job_posting_id DESC
       LIMIT $9`,
      [
        fairId,
        filter.state === 'placed',
        now,
        filter.query ?? null,
        filter.occupationCode ?? null,
        filter.regionCode === undefined ? null : regionPrefix(filter.regionCode),
        filter.companyId ?? null,
        before,
        limit + 1,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.jobPostingId],
      (row) => row,
    );
  }

  async placementsOf(questions: readonly PlacementQuestion[], now: Date): Promise<Placement[]> {
    return this.database.statement<Row<Placement>>(
      'opening.placements',
      `SELECT asked.fair_id AS "fairId", asked.job_posting_id AS "jobPostingId",
              coalesce(booth.status = ANY($3), false) AS "isPlaced",
              coalesce(fair_status_at(fair.status, fair.opens_at, fair.closes_at, $4) = 'live', false)
                AS "isFairOpen"
       FROM unnest($1::uuid[], $2::uuid[]) WITH ORDINALITY
         AS asked (fair_id, job_posting_id, ordinal)
       LEFT JOIN fair ON fair.id = asked.fair_id
       LEFT JOIN booth_posting AS placed
         ON placed.fair_id = asked.fair_id AND placed.job_posting_id = asked.job_posting_id
       LEFT JOIN booth ON booth.id = placed.booth_id
       ORDER BY asked.ordinal`,
      [
        questions.map((question) => question.fairId),
        questions.map((question) => question.jobPostingId),
        placedStatuses,
        now,
      ],
    );
  }
}
