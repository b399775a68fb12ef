import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Transaction } from '../../../platform/database/transaction.js';
import type { FigureKey } from '../statistics.rules.js';

export interface ApplicantFilter {
  readonly fairId: string | null;
  readonly companyId: string | null;
}

export interface CountedCompany {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** At how many fairs of the season it takes part. */
  readonly fairs: number;
}

export interface CountedOpening {
  readonly id: string;
  /** `null` for an opening that counts but may not be shown any more. */
  readonly title: string | null;
  readonly companyId: string;
  readonly companyName: string;
  readonly companyNameEn: string | null;
  readonly headcount: number;
  readonly regionCode: string;
  readonly status: string;
}

export interface CountedApplicant {
  /** The same person has another one in every other list. */
  readonly id: string;
  readonly firstAppliedAt: Date;
  readonly applications: number;
}

export interface BoothCounts {
  readonly companyId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly counts: ReadonlyMap<FigureKey, number>;
}

type Row<Fields> = Fields & Record<string, unknown>;

const shownStatuses = ['published', 'paused', 'filled', 'expired', 'withdrawn', 'archived'];

const boothFigures = [
  'openings',
  'headcount',
  'applications',
  'applicants',
  'processed',
  'attention',
] as const satisfies readonly FigureKey[];

type BoothRow = Omit<BoothCounts, 'counts'> &
  Readonly<Record<(typeof boothFigures)[number], number | null>>;

/** The rows behind the figures: each list holds exactly what a number counts. */
@Injectable()
export class CountedRowQueries {
  constructor(private readonly database: Database) {}

  async companies(afterId: string | null, limit: number): Promise<CountedCompany[]> {
    return this.database.query<Row<CountedCompany>>(
      `SELECT company.id, legal_name AS name, legal_name_en AS "nameEn", counted.fairs
       FROM (
         SELECT company_id, count(*) AS fairs FROM reporting.booth
         WHERE is_counted AND ($1::uuid IS NULL OR company_id > $1)
         GROUP BY company_id ORDER BY company_id LIMIT $2
       ) AS counted
       JOIN reporting.company ON company.id = counted.company_id
       ORDER BY company.id`,
      [afterId, limit],
    );
  }

  /** The openings of the season, or those of one company in it: each once. */
  async openings(
    companyId: string | null,
    afterId: string | null,
    limit: number,
  ): Promise<CountedOpening[]> {
    return this.database.query<Row<CountedOpening>>(
      `SELECT job_posting.id,
              CASE WHEN job_posting.status = ANY($4) THEN job_posting.title END AS title,
              company.id AS "companyId", company.legal_name AS "companyName",
              company.legal_name_en AS "companyNameEn", counted.headcount,
              job_posting.region_code AS "regionCode", job_posting.status
       FROM (
         SELECT DISTINCT job_posting_id, headcount FROM reporting.booth_posting
         WHERE is_counted AND ($1::uuid IS NULL OR company_id = $1)
           AND ($2::uuid IS NULL OR job_posting_id > $2)
         ORDER BY job_posting_id LIMIT $3
       ) AS counted
       JOIN reporting.job_posting ON job_posting.id = counted.job_posting_id
       JOIN reporting.company ON company.id = job_posting.company_id
       ORDER BY job_posting.id`,
      [companyId, afterId, limit, shownStatuses],
    );
  }

  /** Persons without anything personal; `key` makes their pseudonyms and never leaves the server. */
  async applicants(
    { fairId, companyId }: ApplicantFilter,
    key: string,
    afterId: string | null,
    limit: number,
  ): Promise<CountedApplicant[]> {
    return this.database.query<Row<CountedApplicant>>(
      `SELECT * FROM (
         SELECT left(encode(sha256(convert_to($3 || applicant_id, 'UTF8')), 'hex'), 32) AS id,
                min(created_at) AS "firstAppliedAt", count(*) AS applications
         FROM reporting.application
         WHERE ($1::uuid IS NULL OR fair_id = $1) AND ($2::uuid IS NULL OR company_id = $2)
         GROUP BY applicant_id
       ) AS person
       WHERE $4::text IS NULL OR id > $4
       ORDER BY id LIMIT $5`,
      [fairId, companyId, key, afterId, limit],
    );
  }

  /**
   * The same figures as everywhere, counted from the rows for every company at one fair: those
   * with a booth, and those that received applications while they had one.
   */
  async booths(
    transaction: Transaction,
    fairId: string,
    afterId: string | null,
    limit: number,
  ): Promise<BoothCounts[]> {
    const rows = await transaction.query<Row<BoothRow>>(
      `WITH listed AS (
         SELECT company_id FROM reporting.booth WHERE fair_id = $1 AND is_counted
         UNION
         SELECT company_id FROM reporting.application WHERE fair_id = $1
       ), page AS (
         SELECT company_id FROM listed WHERE $2::uuid IS NULL OR company_id > $2
         ORDER BY company_id LIMIT $3
       ), shown AS (
         SELECT company_id, count(*) AS openings, sum(headcount)::bigint AS headcount
         FROM reporting.booth_posting WHERE fair_id = $1 AND is_counted GROUP BY company_id
       ), received AS (
         SELECT company_id, count(*) AS applications, count(DISTINCT applicant_id) AS applicants,
                count(processed_at) AS processed, count(attention_reason) AS attention
         FROM reporting.application WHERE fair_id = $1 GROUP BY company_id
       )
       SELECT company.id AS "companyId", legal_name AS name, legal_name_en AS "nameEn",
              openings, headcount, applications, applicants, processed, attention
       FROM page
       JOIN reporting.company ON company.id = page.company_id
       LEFT JOIN shown ON shown.company_id = page.company_id
       LEFT JOIN received ON received.company_id = page.company_id
       ORDER BY company.id`,
      [fairId, afterId, limit],
    );
    return rows.map((row) => ({
      companyId: row.companyId,
      name: row.name,
      nameEn: row.nameEn,
      counts: new Map<FigureKey, number>(boothFigures.map((key) => [key, row[key] ?? 0])),
    }));
  }
}
