import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { Reach } from '../../platform/auth/actor.js';
import { decodeCursor, defaultPageSize, pageOf } from '../../platform/http/page.js';
import type { Page } from '../../platform/http/page.js';
import { visibleStatuses } from './company.rules.js';
import type { Company, CompanyStatus, UnitType } from './company.rules.js';

export interface CompanyFilter {
  readonly limit?: number;
  readonly cursor?: string;
  readonly query?: string;
  readonly status?: CompanyStatus;
  readonly mine?: boolean;
}

export interface CompanySummary {
  readonly id: string;
  readonly creditCode: string;
  readonly legalName: string;
  readonly legalNameEn: string | null;
  readonly unitType: UnitType;
  readonly industryCode: string;
  readonly regionCode: string;
  readonly status: CompanyStatus;
}

/** What a module above needs to decide whether a company may post. */
export interface CompanyStanding {
  readonly id: string;
  readonly creditCode: string;
  readonly organizationId: string | null;
  readonly status: CompanyStatus;
  readonly reverifyBy: Date | null;
}

const summaryColumns = `
  id, credit_code AS "creditCode", legal_name AS "legalName", legal_name_en AS "legalNameEn",
  unit_type AS "unitType", industry_code AS "industryCode", region_code AS "regionCode", status`;

const companyColumns = `${summaryColumns},
  organization_id AS "organizationId", is_credit_code_accepted AS "isCreditCodeAccepted",
  status_reason AS "statusReason", address, introduction, contact_name AS "contactName",
  contact_phone AS "contactPhone", contact_email AS "contactEmail",
  verified_at AS "verifiedAt", reverify_by AS "reverifyBy", version, created_at AS "createdAt"`;

const standingColumns = `
  id, credit_code AS "creditCode", organization_id AS "organizationId", status,
  reverify_by AS "reverifyBy"`;

type Row<Type> = Type & Record<string, unknown>;

@Injectable()
export class CompanyQueries {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<Company | undefined> {
    const [company] = await this.database.statement<Row<Company>>(
      'company.find',
      `SELECT ${companyColumns} FROM company WHERE id = $1`,
      [id],
    );
    return company;
  }

  /**
   * Newest first.
   *
   * @param inside whose companies the reader sees besides those that everybody sees
   */
  async list(inside: Reach, filter: CompanyFilter): Promise<Page<CompanySummary>> {
    const limit = filter.limit ?? defaultPageSize;
    const [before = null] = decodeCursor(filter.cursor, 1) ?? [];
    const rows = await this.database.query<Row<CompanySummary>>(
      `SELECT ${summaryColumns} FROM company
       WHERE (organization_id = ANY($1::uuid[]) OR (NOT $2 AND ($3 OR status = ANY($4))))
         AND ($5::text IS NULL OR status = $5)
         AND ($6::text IS NULL OR legal_name ILIKE $6 OR legal_name_en ILIKE $6)
         AND ($7::uuid IS NULL OR id < $7)
       ORDER BY id DESC LIMIT $8`,
      [
        inside.ids,
        filter.mine ?? false,
        inside.all,
        visibleStatuses,
        filter.status ?? null,
        filter.query === undefined ? null : `%${escapeLike(filter.query)}%`,
        before,
        limit + 1,
      ],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  async summariesOf(ids: readonly string[]): Promise<CompanySummary[]> {
    return this.database.statement<Row<CompanySummary>>(
      'company.summaries',
      `SELECT ${summaryColumns} FROM company WHERE id = ANY($1)`,
      [ids],
    );
  }

  async idsOf(organizationIds: readonly string[]): Promise<string[]> {
    if (organizationIds.length === 0) return [];
    const rows = await this.database.statement<{ id: string }>(
      'company.ids-of-organizations',
      'SELECT id FROM company WHERE organization_id = ANY($1)',
      [organizationIds],
    );
    return rows.map((row) => row.id);
  }

  async standingOf(transaction: Transaction, id: string): Promise<CompanyStanding | undefined> {
    const [standing] = await transaction.statement<Row<CompanyStanding>>(
      'company.standing',
      `SELECT ${standingColumns} FROM company WHERE id = $1 FOR SHARE`,
      [id],
    );
    return standing;
  }

  async standingsByCreditCode(
    transaction: Transaction,
    creditCodes: readonly string[],
  ): Promise<CompanyStanding[]> {
    return transaction.query<Row<CompanyStanding>>(
      `SELECT ${standingColumns} FROM company WHERE credit_code = ANY($1)`,
      [creditCodes],
    );
  }

  /** For an export: in the order of the ids, after one of them. */
  async batch(reach: Reach, afterId: string | null, limit: number): Promise<Company[]> {
    return this.database.query<Row<Company>>(
      `SELECT ${companyColumns} FROM company
       WHERE ($1 OR organization_id = ANY($2::uuid[])) AND ($3::uuid IS NULL OR id > $3)
       ORDER BY id LIMIT $4`,
      [reach.all, reach.ids, afterId, limit],
    );
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
