import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../platform/http/page.js';
import type { Page } from '../../platform/http/page.js';
import { placedStatuses } from './booth/booth.rules.js';
import type { Fair, FairStatus } from './fair.rules.js';

/** Whose fairs a reader sees beside the published ones. */
export interface FairScope {
  readonly all: boolean;
  readonly organizerIds: readonly string[];
}

export interface FairFilter {
  readonly statuses?: readonly FairStatus[];
  readonly query?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** What stands in a fair, as another module refers to it. */
export interface FairPlace {
  readonly fairId: string;
  readonly companyId: string | null;
  readonly agendaItemId: string | null;
}

interface FairRow extends Fair {
  [column: string]: unknown;
}

interface ListedFairRow extends FairRow {
  rank: number;
  nearness: number;
}

const fairColumns = `
  fair.id, fair.organizer_id AS "organizerId", fair.name, fair.name_en AS "nameEn",
  fair.description, fair.region_code AS "regionCode", fair.time_zone AS "timeZone",
  fair.opens_at AS "opensAt", fair.closes_at AS "closesAt", present.status,
  fair.published_at AS "publishedAt", fair.version`;

const fairsAt = (moment: string): string => `
  fair CROSS JOIN LATERAL (
    SELECT fair_status_at(fair.status, fair.opens_at, fair.closes_at, ${moment}) AS status
  ) AS present`;

const listSql = `
  SELECT ${fairColumns}, ranked.rank, near.nearness
  FROM ${fairsAt('to_timestamp($1::float8 / 1000)')}
  CROSS JOIN LATERAL (
    SELECT CASE present.status WHEN 'live' THEN 0 WHEN 'planned' THEN 1
             WHEN 'registration_open' THEN 1 WHEN 'booths_frozen' THEN 1 ELSE 2 END AS rank
  ) AS ranked
  CROSS JOIN LATERAL (
    SELECT (extract(epoch FROM fair.opens_at) * 1000)::bigint
             * CASE ranked.rank WHEN 2 THEN -1 ELSE 1 END AS nearness
  ) AS near
  WHERE ($2 OR fair.published_at IS NOT NULL OR fair.organizer_id = ANY($3))
    AND ($4::text[] IS NULL OR present.status = ANY($4))
    AND ($5::text IS NULL
         OR strpos(lower(concat_ws(' ', fair.name, fair.name_en)), lower($5)) > 0)
    AND ($6::int IS NULL OR (ranked.rank, near.nearness, fair.id) > ($6, $7::bigint, $8::uuid))
  ORDER BY ranked.rank, near.nearness, fair.id
  LIMIT $9`;

@Injectable()
export class FairQueries {
  constructor(private readonly database: Database) {}

  async find(id: string, now: Date): Promise<Fair | undefined> {
    const [fair] = await this.database.statement<FairRow>(
      'fair.find',
      `SELECT ${fairColumns} FROM ${fairsAt('$2::timestamptz')} WHERE fair.id = $1`,
      [id, now],
    );
    return fair;
  }

  async contains(place: FairPlace): Promise<{ company: boolean; agendaItem: boolean }> {
    const [found] = await this.database.query<{ company: boolean; agendaItem: boolean }>(
      `SELECT $2::uuid IS NULL OR EXISTS (
                SELECT FROM booth
                WHERE fair_id = $1 AND company_id = $2 AND status = ANY($4)) AS company,
              $3::uuid IS NULL OR EXISTS (
                SELECT FROM agenda_item WHERE fair_id = $1 AND id = $3) AS "agendaItem"`,
      [place.fairId, place.companyId, place.agendaItemId, placedStatuses],
    );
    return found ?? { company: false, agendaItem: false };
  }

  /**
   * Open now, then to come (the next one first), then over (the newest first). The order is as
   * of the first page, so that no fair is missed when one opens meanwhile.
   */
  async list(scope: FairScope, filter: FairFilter, now: Date): Promise<Page<Fair>> {
    const { statuses, query, limit = defaultPageSize } = filter;
    const [asOf = now.getTime(), rank, nearness, id] = decodeCursor(filter.cursor, 4) ?? [];
    const rows = await this.database.query<ListedFairRow>(listSql, [
      asOf,
      scope.all,
      scope.organizerIds,
      statuses,
      query,
      rank,
      nearness,
      id,
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => [Number(asOf), row.rank, row.nearness, row.id],
      (row) => row,
    );
  }
}
