import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Transaction } from '../../platform/database/transaction.js';
import type { CompanyFace, FairFace } from './statistics.rules.js';

type Row<Fields> = Fields & Record<string, unknown>;

const fairFace = `id, organizer_id AS "organizerId", name, name_en AS "nameEn", status,
  opens_at AS "opensAt", published_at IS NOT NULL AS "isPublished"`;

/** What the figures are made of. Every read of one answer shares one snapshot. */
@Injectable()
export class StatisticsQueries {
  constructor(private readonly database: Database) {}

  /** The moment of the snapshot, by the clock that all processes share. */
  async moment(transaction: Transaction): Promise<Date> {
    const [row] = await transaction.statement<{ moment: Date }>(
      'statistics.moment',
      'SELECT clock_timestamp() AS moment',
      [],
    );
    return row?.moment ?? new Date(0);
  }

  /** All counters of the scopes, by scope and metric. */
  async counters(
    transaction: Transaction,
    scopes: readonly string[],
  ): Promise<Map<string, Map<string, number>>> {
    const rows = await transaction.statement<{ scope: string; metric: string; value: number }>(
      'statistics.counters',
      'SELECT scope, metric, value FROM counter WHERE scope = ANY($1)',
      [scopes],
    );
    const values = new Map(scopes.map((scope) => [scope, new Map<string, number>()]));
    for (const { scope, metric, value } of rows) values.get(scope)?.set(metric, value);
    return values;
  }

  /** Values by scope, by the SQL of a definition. */
  async rows(
    transaction: Transaction,
    sql: string,
    ids: readonly string[],
  ): Promise<Map<string, number>> {
    const values = sql.includes('$1') ? [ids] : [];
    const rows = await transaction.query<{ scope: string; value: number }>(sql, values);
    return new Map(rows.map(({ scope, value }) => [scope, value]));
  }

  async fair(id: string): Promise<FairFace | undefined> {
    const [fair] = await this.database.query<Row<FairFace>>(
      `SELECT ${fairFace} FROM reporting.fair WHERE id = $1`,
      [id],
    );
    return fair;
  }

  async company(id: string): Promise<CompanyFace | undefined> {
    const [company] = await this.database.query<Row<CompanyFace>>(
      `SELECT id, organization_id AS "organizationId", legal_name AS name,
              legal_name_en AS "nameEn"
       FROM reporting.company WHERE id = $1`,
      [id],
    );
    return company;
  }

  /** The fairs of the season, the newest first, from the one after `after`. */
  async countedFairs(
    transaction: Transaction,
    after: readonly string[] | null,
    limit: number,
  ): Promise<FairFace[]> {
    const [opensAt = null, id = null] = after ?? [];
    return transaction.query<Row<FairFace>>(
      `SELECT ${fairFace} FROM reporting.fair
       WHERE is_counted
         AND ($1::float8 IS NULL OR (opens_at, id) < (to_timestamp($1::float8 / 1000), $2::uuid))
       ORDER BY opens_at DESC, id DESC LIMIT $3`,
      [opensAt, id, limit],
    );
  }
}
