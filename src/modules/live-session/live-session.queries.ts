import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../platform/http/page.js';
import type { Page } from '../../platform/http/page.js';
import type { LiveSession, LiveSessionStatus } from './live-session.rules.js';

/** Whose fairs a reader sees beside the published ones. */
export interface LiveSessionScope {
  readonly all: boolean;
  readonly organizerIds: readonly string[];
}

export interface LiveSessionFilter {
  readonly fairId?: string;
  readonly companyId?: string;
  readonly statuses?: readonly LiveSessionStatus[];
  readonly limit?: number;
  readonly cursor?: string;
}

interface LiveSessionRow extends LiveSession {
  [column: string]: unknown;
}

const sessionColumns = `
  session.id, session.fair_id AS "fairId", session.company_id AS "companyId",
  session.agenda_item_id AS "agendaItemId", session.title, session.title_en AS "titleEn",
  session.host_id AS "hostId", session.host_name AS "hostName",
  session.scheduled_start AS "scheduledStart", session.scheduled_end AS "scheduledEnd",
  session.status, session.started_at AS "startedAt", session.ended_at AS "endedAt",
  session.peak_viewers AS "peakViewers"`;

const listSql = `
  SELECT ${sessionColumns}
  FROM live_session AS session JOIN reporting.fair ON fair.id = session.fair_id
  WHERE ($1 OR fair.published_at IS NOT NULL OR fair.organizer_id = ANY($2))
    AND ($3::uuid IS NULL OR session.fair_id = $3)
    AND ($4::uuid IS NULL OR session.company_id = $4)
    AND ($5::text[] IS NULL OR session.status = ANY($5))
    AND ($6::float8 IS NULL
         OR (session.scheduled_start, session.id) > (to_timestamp($6::float8 / 1000), $7::uuid))
  ORDER BY session.scheduled_start, session.id
  LIMIT $8`;

@Injectable()
export class LiveSessionQueries {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<LiveSession | undefined> {
    const [session] = await this.database.statement<LiveSessionRow>(
      'live-session.find',
      `SELECT ${sessionColumns} FROM live_session AS session WHERE session.id = $1`,
      [id],
    );
    return session;
  }

  /** In the order in which they are scheduled. */
  async list(scope: LiveSessionScope, filter: LiveSessionFilter): Promise<Page<LiveSession>> {
    const { fairId, companyId, statuses, limit = defaultPageSize } = filter;
    const [start, id] = decodeCursor(filter.cursor, 2) ?? [];
    const rows = await this.database.query<LiveSessionRow>(listSql, [
      scope.all,
      scope.organizerIds,
      fairId,
      companyId,
      statuses,
      start,
      id,
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => [row.scheduledStart.getTime(), row.id],
      (row) => row,
    );
  }
}
