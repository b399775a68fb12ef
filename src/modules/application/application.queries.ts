import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../platform/http/page.js';
import type { Page } from '../../platform/http/page.js';
import type { ApplicationStatus } from './application.rules.js';

/** Where an application stands between acceptance and the employer's desk. */
export type ProcessingState = 'pending' | 'processed' | 'attention';

export interface ApplicationFilter {
  readonly fairId?: string;
  readonly companyId?: string;
  readonly jobPostingId?: string;
  readonly liveSessionId?: string;
  readonly status?: ApplicationStatus;
  readonly state?: ProcessingState;
  readonly limit?: number;
  readonly cursor?: string;
}

/** Whose applications may be seen, at most one of the three; the owner of a scope never chooses it freely. */
export interface ApplicationScope {
  readonly applicantId: string | null;
  readonly companyIds: readonly string[] | null;
  readonly organizerIds: readonly string[] | null;
}

export interface ApplicationRow {
  readonly [column: string]: unknown;
  readonly id: string;
  readonly jobPostingId: string;
  readonly jobPostingTitle: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly companyNameEn: string | null;
  readonly fairId: string | null;
  readonly liveSessionId: string | null;
  readonly applicantId: string;
  readonly answers: Record<string, string>;
  readonly status: ApplicationStatus;
  readonly statusReason: string | null;
  readonly state: ProcessingState;
  readonly eligible: boolean | null;
  readonly score: number | null;
  readonly obstacles: string[] | null;
  readonly scorePoints: number[] | null;
  readonly attentionReason: string | null;
  readonly submittedAt: Date;
  readonly processedAt: Date | null;
}

const stateSql = `
  CASE WHEN attention_reason IS NOT NULL THEN 'attention'
       WHEN processed_at IS NULL THEN 'pending' ELSE 'processed' END`;

const selectSql = `
  SELECT application.id, application.job_posting_id AS "jobPostingId",
         job_posting.title AS "jobPostingTitle", application.company_id AS "companyId",
         company.legal_name AS "companyName",
         company.legal_name_en AS "companyNameEn", application.fair_id AS "fairId",
         application.live_session_id AS "liveSessionId",
         application.applicant_id AS "applicantId", application.answers, application.status,
         application.status_reason AS "statusReason", ${stateSql} AS state,
         application.eligible, application.score, application.obstacles,
         application.score_points AS "scorePoints",
         application.attention_reason AS "attentionReason",
         application.created_at AS "submittedAt", application.processed_at AS "processedAt"
  FROM application
  JOIN reporting.job_posting ON job_posting.id = application.job_posting_id
  JOIN reporting.company ON company.id = application.company_id
  LEFT JOIN reporting.fair ON fair.id = application.fair_id`;

const scopeSql = `
  ($1::uuid IS NULL OR application.applicant_id = $1)
  AND ($2::uuid[] IS NULL OR application.company_id = ANY($2))
  AND ($3::uuid[] IS NULL OR fair.organizer_id = ANY($3))`;

const filterSql = `
  ($1::uuid IS NULL OR application.id < $1)
  AND ($2::uuid IS NULL OR application.fair_id = $2)
  AND ($3::uuid IS NULL OR application.company_id = $3)
  AND ($4::uuid IS NULL OR application.job_posting_id = $4)
  AND ($5::uuid IS NULL OR application.live_session_id = $5)
  AND ($6::text IS NULL OR application.status = $6)
  AND ($7::text IS NULL OR ${stateSql} = $7)`;

/** The newest of each part, so that a page of many fairs reads no more than a page of each. */
const newestOf = (part: string, isInPart: string): string => `
  SELECT newest.id FROM ${part} CROSS JOIN LATERAL (
    SELECT id FROM application WHERE ${isInPart} AND ${filterSql} ORDER BY id DESC LIMIT $8
  ) AS newest`;

const everybodys = `SELECT application.id FROM application WHERE ${filterSql}`;
const ofApplicant = `${everybodys} AND application.applicant_id = $9`;
const ofCompanies = newestOf('unnest($9::uuid[]) AS company (id)', 'company_id = company.id');
const ofOrganizers = newestOf(
  '(SELECT id FROM reporting.fair WHERE organizer_id = ANY($9)) AS fair',
  'fair_id = fair.id',
);

/** The page is found by keys first: what is shown of its rows is read for them alone. */
const listSql = (found: string): string => `
  WITH page AS (${found} ORDER BY id DESC LIMIT $8)
  ${selectSql} JOIN page ON page.id = application.id
  ORDER BY application.id DESC`;

/** Of the statement above, the one for a scope, and what it asks for. */
function listOf({ applicantId, companyIds, organizerIds }: ApplicationScope) {
  if (applicantId !== null) return { sql: listSql(ofApplicant), owner: [applicantId] };
  if (companyIds !== null) return { sql: listSql(ofCompanies), owner: [companyIds] };
  if (organizerIds !== null) return { sql: listSql(ofOrganizers), owner: [organizerIds] };
  return { sql: listSql(everybodys), owner: [] };
}

@Injectable()
export class ApplicationQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(scope: ApplicationScope, filter: ApplicationFilter): Promise<Page<ApplicationRow>> {
    const limit = filter.limit ?? defaultPageSize;
    const [before = null] = decodeCursor(filter.cursor, 1) ?? [];
    const rows = await this.read(scope, filter, before, limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  async read(
    scope: ApplicationScope,
    filter: ApplicationFilter,
    beforeId: string | null,
    limit: number,
  ): Promise<ApplicationRow[]> {
    const { sql, owner } = listOf(scope);
    return this.database.query<ApplicationRow>(sql, [
      beforeId,
      filter.fairId ?? null,
      filter.companyId ?? null,
      filter.jobPostingId ?? null,
      filter.liveSessionId ?? null,
      filter.status ?? null,
      filter.state ?? null,
      limit,
      ...owner,
    ]);
  }

  async find(scope: ApplicationScope, id: string): Promise<ApplicationRow | undefined> {
    const [row] = await this.database.query<ApplicationRow>(
      `${selectSql} WHERE ${scopeSql} AND application.id = $4`,
      [scope.applicantId, scope.companyIds, scope.organizerIds, id],
    );
    return row;
  }
}
