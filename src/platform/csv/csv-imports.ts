import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { mayIn } from '../auth/actor.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { DomainError } from '../errors/domain-error.js';
import type { ErrorParameters } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { decodeCursor, defaultPageSize, pageOf } from '../http/page.js';
import type { Page, PageQuery } from '../http/page.js';

/** A line that did not go in, and why. */
export interface ImportFault {
  readonly line: number;
  readonly ordinal: number;
  /** Empty when the line as a whole is wrong. */
  readonly column: string;
  readonly code: string;
  readonly parameters: ErrorParameters;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface ImportRecord {
  readonly id: string;
  readonly kind: string;
  readonly actorId: string;
  readonly fileName: string;
}

const itemsKeptHours = 24;
const itemsInPart = 10_000;

/** @param taken SQL that yields the `id` of each record that an import took in, now or earlier */
export function keepItemsSql(taken: string): string {
  return `INSERT INTO csv_import_item (import_id, part, item_ids)
          SELECT $1, part, array_agg(id) FROM (
            SELECT id, row_number() OVER () / ${itemsInPart} AS part FROM (${taken}) AS taken
          ) AS item GROUP BY part`;
}

/** What is kept of every import: counts, and each rejected line with its reason but without its content. */
@Injectable()
export class CsvImports {
  constructor(private readonly database: Database) {}

  async begin(transaction: Transaction, record: ImportRecord): Promise<void> {
    await transaction.query(
      'INSERT INTO csv_import (id, kind, actor_id, file_name) VALUES ($1, $2, $3, $4)',
      [record.id, record.kind, record.actorId, record.fileName],
    );
  }

  /** Writes down the counts. @returns how many lines were rejected */
  async finish(
    transaction: Transaction,
    importId: string,
    lines: number,
    counts: ImportCounts,
  ): Promise<number> {
    const [row] = await transaction.query<{ rejected: number }>(
      `UPDATE csv_import SET lines = $2, created = $3, updated = $4, unchanged = $5, rejected =
         (SELECT count(DISTINCT line) FROM csv_import_fault WHERE import_id = $1)
       WHERE id = $1 RETURNING rejected`,
      [importId, lines, counts.created, counts.updated, counts.unchanged],
    );
    return row?.rejected ?? 0;
  }

  /** The faults of an import in the order of the file. */
  async faultsPage(importId: string, query: PageQuery): Promise<Page<ImportFault>> {
    const limit = query.limit ?? defaultPageSize;
    const [line = '0', ordinal = '-1'] = decodeCursor(query.cursor, 2) ?? [];
    const rows = await this.database.query<ImportFault & Record<string, unknown>>(
      `SELECT line, ordinal, column_name AS "column", code, parameters FROM csv_import_fault
       WHERE import_id = $1 AND (line, ordinal) > ($2::integer, $3::integer)
       ORDER BY line, ordinal LIMIT $4`,
      [importId, line, ordinal, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => [row.line, row.ordinal],
      (row) => row,
    );
  }

  /**
   * The same for a reader.
   *
   * @throws DomainError `resource.not-found` when the import is somebody else's or of another kind
   */
  async faultsOf(
    actor: Actor,
    kind: string,
    importId: string,
    query: PageQuery,
  ): Promise<Page<ImportFault>> {
    const found = await this.database.query(
      'SELECT id FROM csv_import WHERE id = $1 AND kind = $2 AND (actor_id = $3 OR $4)',
      [importId, kind, actor.userId, mayIn(actor, null, 'csv-import.oversee')],
    );
    if (found.length === 0) throw new DomainError(PlatformErrors['resource.not-found']);
    return this.faultsPage(importId, query);
  }

  /** Whoever asked for the items of an import has used them by now. */
  async forgetItems(transaction: Transaction): Promise<void> {
    await transaction.query(
      `DELETE FROM csv_import_item USING csv_import
       WHERE csv_import.id = csv_import_item.import_id
         AND csv_import.created_at < now() - make_interval(hours => $1)`,
      [itemsKeptHours],
    );
  }
}
