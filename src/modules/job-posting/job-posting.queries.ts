import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../platform/http/page.js';
import type { Page } from '../../platform/http/page.js';
import type { EmploymentType, JobPosting, JobPostingStatus } from './job-posting.rules.js';
import type { Question } from './question.rules.js';

/** Whose postings a reader sees besides the open ones, which everybody sees. */
export interface JobPostingScope {
  readonly all: boolean;
  readonly companyIds: readonly string[];
}

export interface JobPostingFilter {
  readonly limit?: number;
  readonly cursor?: string;
  readonly query?: string;
  readonly companyId?: string;
  readonly status?: JobPostingStatus;
  readonly occupationCode?: string;
  readonly regionCode?: string;
  readonly employmentType?: EmploymentType;
  readonly mine?: boolean;
}

/** A posting with what a reader wants to know of its company. */
export interface JobPostingRow extends JobPosting {
  readonly companyName: string;
  readonly companyNameEn: string | null;
}

export interface IntakeRow {
  readonly id: string;
  readonly companyId: string;
  readonly organizationId: string | null;
  readonly status: JobPostingStatus;
  readonly validThrough: Date;
  readonly questions: readonly Question[];
  readonly version: number;
}

export type MatchingRow = Pick<
  JobPosting,
  | 'id'
  | 'companyId'
  | 'status'
  | 'occupationCode'
  | 'regionCode'
  | 'minimumEducation'
  | 'minimumExperienceYears'
  | 'skills'
  | 'questions'
  | 'payMax'
  | 'payCurrency'
  | 'payPeriod'
  | 'employmentType'
>;

const columns = `
  posting.id, posting.company_id AS "companyId", posting.reference, posting.title,
  posting.occupation_code AS "occupationCode", posting.headcount,
  posting.employment_type AS "employmentType", posting.duties, posting.requirements,
  posting.region_code AS "regionCode", posting.address, posting.pay_min AS "payMin",
  posting.pay_max AS "payMax", posting.pay_currency AS "payCurrency",
  posting.pay_period AS "payPeriod", posting.working_time AS "workingTime",
  posting.minimum_education AS "minimumEducation",
  posting.minimum_experience_years AS "minimumExperienceYears", posting.skills,
  posting.questions, posting.contact_route AS "contactRoute", posting.source,
  posting.valid_through AS "validThrough", posting.status,
  posting.status_reason AS "statusReason", posting.published_at AS "publishedAt",
  posting.version, posting.created_at AS "createdAt",
  company.legal_name AS "companyName", company.legal_name_en AS "companyNameEn"`;

const from = `
  FROM job_posting AS posting JOIN reporting.company ON company.id = posting.company_id`;

/** `statusAt` in SQL, with now as `$1`. */
const statusNow = `
  CASE WHEN posting.status IN ('published', 'paused') AND $1 > posting.valid_through
       THEN 'expired' ELSE posting.status END`;

const listSql = `
  SELECT ${columns} ${from}
  WHERE (posting.company_id = ANY($2::uuid[])
         OR (NOT $3 AND ($4 OR (posting.status = 'published' AND posting.valid_through >= $1))))
    AND ($5::text IS NULL OR ${statusNow} = $5)
    AND ($6::uuid IS NULL OR posting.company_id = $6)
    AND ($7::text IS NULL OR posting.title ILIKE $7 OR company.legal_name ILIKE $7
         OR company.legal_name_en ILIKE $7)
    AND ($8::text IS NULL OR posting.occupation_code LIKE $8)
    AND ($9::text IS NULL OR posting.region_code LIKE $9)
    AND ($10::text IS NULL OR posting.employment_type = $10)
    AND ($11::uuid IS NULL OR posting.id < $11)
  ORDER BY posting.id DESC LIMIT $12`;

type Row<Type> = Type & Record<string, unknown>;

@Injectable()
export class JobPostingQueries {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<JobPostingRow | undefined> {
    const [posting] = await this.database.statement<Row<JobPostingRow>>(
      'job-posting.find',
      `SELECT ${columns} ${from} WHERE posting.id = $1`,
      [id],
    );
    return posting;
  }

  /** Newest first. */
  async list(
    scope: JobPostingScope,
    filter: JobPostingFilter,
    now: Date,
  ): Promise<Page<JobPostingRow>> {
    const limit = filter.limit ?? defaultPageSize;
    const [before = null] = decodeCursor(filter.cursor, 1) ?? [];
    const rows = await this.database.query<Row<JobPostingRow>>(listSql, [
      now,
      scope.companyIds,
      filter.mine ?? false,
      scope.all,
      filter.status ?? null,
      filter.companyId ?? null,
      filter.query === undefined ? null : `%${escapeLike(filter.query)}%`,
      startingWith(filter.occupationCode),
      startingWith(filter.regionCode?.replace(/(?:00){1,2}$/, '')),
      filter.employmentType ?? null,
      before,
      limit + 1,
    ]);
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  async many(ids: readonly string[]): Promise<JobPostingRow[]> {
    return this.database.statement<Row<JobPostingRow>>(
      'job-posting.many',
      `SELECT ${columns} ${from} WHERE posting.id = ANY($1)`,
      [ids],
    );
  }

  async forIntake(ids: readonly string[]): Promise<IntakeRow[]> {
    return this.database.statement<Row<IntakeRow>>(
      'job-posting.for-intake',
      `SELECT posting.id, posting.company_id AS "companyId",
              company.organization_id AS "organizationId", posting.status,
              posting.valid_through AS "validThrough", posting.questions, posting.version
       ${from} WHERE posting.id = ANY($1)`,
      [ids],
    );
  }

  async forMatching(transaction: Transaction, ids: readonly string[]): Promise<MatchingRow[]> {
    return transaction.statement<Row<MatchingRow>>(
      'job-posting.for-matching',
      `SELECT id, company_id AS "companyId", status, occupation_code AS "occupationCode",
              region_code AS "regionCode", minimum_education AS "minimumEducation",
              minimum_experience_years AS "minimumExperienceYears", array_to_json(skills) AS skills,
              questions, pay_max AS "payMax", pay_currency AS "payCurrency", pay_period AS "payPeriod",
              employment_type AS "employmentType"
       FROM job_posting WHERE id = ANY($1)`,
      [ids],
    );
  }

  /** For an export: in the order of the ids, after one of them. */
  async batch(
    scope: JobPostingScope,
    afterId: string | null,
    limit: number,
  ): Promise<(JobPostingRow & { readonly creditCode: string })[]> {
    return this.database.query<Row<JobPostingRow & { creditCode: string }>>(
      `SELECT ${columns}, company.credit_code AS "creditCode" ${from}
       WHERE ($1 OR posting.company_id = ANY($2::uuid[]))
         AND ($3::uuid IS NULL OR posting.id > $3)
       ORDER BY posting.id LIMIT $4`,
      [scope.all, scope.companyIds, afterId, limit],
    );
  }
}

function startingWith(code: string | undefined): string | null {
  return code === undefined ? null : `${escapeLike(code)}%`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
