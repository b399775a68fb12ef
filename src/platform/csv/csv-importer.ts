import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import pgCopyStreams from 'pg-copy-streams';
import type { Actor } from '../auth/actor.js';
import { OverloadedError } from '../batching/micro-batcher.js';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import type { FieldFault } from '../errors/domain-error.js';
import { newId } from '../ids/new-id.js';
import { ConsecutiveIds } from './consecutive-ids.js';
import { copyDelimiter, copyLine, copyNull, copyOptions } from './copy-text.js';
import type { CopyValue } from './copy-text.js';
import type { CsvColumns, CsvRow } from './csv-columns.js';
import { CsvImports } from './csv-imports.js';
import type { ImportCounts, ImportFault } from './csv-imports.js';
import { csvLines } from './csv-lines.js';
import type { CsvLine } from './csv-lines.js';
import { withSpooled } from './spool.js';

export interface CsvFile {
  readonly stream: Readable;
  readonly filename: string;
}

/** What a module says about its import; the rest is the same for all. */
export interface ImportPlan<Columns extends CsvColumns> {
  /** Stable name, for example `company`. */
  readonly kind: string;
  readonly columns: Columns;
  /** Columns of this module's export that an import passes over. */
  readonly ignoredColumns: readonly string[];
  /** The columns of the temporary table `staged`; see `stage` for what it has besides. */
  readonly stagedColumns: readonly string[];
  /** Of the staged columns, those that no two lines share. */
  readonly uniqueBy: readonly string[];
  /** What no single cell shows; fields are keys of `columns`. */
  check(row: CsvRow<Columns>): readonly FieldFault[];
  /** The values of `stagedColumns`, in their order. */
  staged(row: CsvRow<Columns>): readonly CopyValue[];
  /** Takes the lines of `staged` without faults into the module's tables, set by set. */
  merge(transaction: Transaction, importId: string): Promise<ImportCounts>;
}

export interface ImportReport extends ImportCounts {
  readonly importId: string;
  readonly file: string;
  readonly rows: number;
  readonly rejected: number;
  /** The first faults; `CsvImports.faultsPage` has all. */
  readonly faults: readonly ImportFault[];
}

export const mostImportBytes = 250 * 1024 * 1024;
const mostImportLines = 1_000_000;
const faultsInReport = 100;
/** 128 bits tell any two contents of a record apart. */
const digestCharacters = 32;

/**
 * A million lines take longer than a request's statement may, and are joined in memory. A file of a few
 * hundred lines looks its records up in indexes; by the default price of a page it would read whole tables.
 */
const importSettings = `
  SET LOCAL statement_timeout = '15min';
  SET LOCAL lock_timeout = '5min';
  SET LOCAL work_mem = '64MB';
  SET LOCAL random_page_cost = 1.1;
  SET LOCAL default_statistics_target = 1`;
/** Each holds a connection and a good part of a core. */
const mostAtOnce = 2;

/**
 * Takes a CSV file in: spool, stream through the checks into a temporary table, merge, report. Good
 * lines go in and bad ones are told; a file that cannot be read to its end changes nothing.
 */
@Injectable()
export class CsvImporter {
  private running = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly imports: CsvImports,
  ) {}

  /** @throws DomainError with a code of `CsvErrors`, or `request.too-large`; OverloadedError */
  async run<Columns extends CsvColumns>(
    plan: ImportPlan<Columns>,
    actor: Actor,
    file: CsvFile,
  ): Promise<ImportReport> {
    return withSpooled(this.config.dataFolder, file.stream, mostImportBytes, async (content) => {
      if (this.running >= mostAtOnce) throw new OverloadedError(5);
      this.running += 1;
      try {
        return await this.importContent(plan, actor, { content, filename: file.filename });
      } finally {
        this.running -= 1;
      }
    });
  }

  private async importContent<Columns extends CsvColumns>(
    plan: ImportPlan<Columns>,
    actor: Actor,
    file: { content: AsyncIterable<Buffer>; filename: string },
  ): Promise<ImportReport> {
    const importId = newId();
    const fileName = printable(file.filename);
    const done = await this.database.transaction(async (transaction) => {
      await transaction.query(importSettings);
      await this.imports.forgetItems(transaction);
      await this.imports.begin(transaction, {
        id: importId,
        kind: plan.kind,
        actorId: actor.userId,
        fileName,
      });
      const rows = await stage(transaction, plan, file.content);
      // Two files that name the same records in another order would block each other for ever.
      await transaction.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`csv.${plan.kind}`]);
      await keepFaults(transaction, importId);
      await rejectRepeated(transaction, importId, plan.uniqueBy);
      const counts = await plan.merge(transaction, importId);
      const rejected = await this.imports.finish(transaction, importId, rows, counts);
      return { rows, rejected, ...counts };
    });
    const { items } = await this.imports.faultsPage(importId, { limit: faultsInReport });
    return { importId, file: fileName, ...done, faults: items };
  }
}

/**
 * Fills `staged`: one row for each line, with `faults` or with the values of the module, an `id` for
 * a new record, and a `content_hash` by which a line that says nothing new is known.
 *
 * @returns how many lines the file has
 */
async function stage<Columns extends CsvColumns>(
  transaction: Transaction,
  plan: ImportPlan<Columns>,
  content: AsyncIterable<Buffer>,
): Promise<number> {
  const own = ['line integer', 'faults jsonb', 'id uuid', 'content_hash bytea'];
  await transaction.query(
    `CREATE TEMPORARY TABLE staged (${[...own, ...plan.stagedColumns].join(', ')}) ON COMMIT DROP`,
  );
  const lines = csvLines(content, plan.columns, {
    mostLines: mostImportLines,
    ignoredColumns: plan.ignoredColumns,
  });
  const copy = transaction.client.query(
    pgCopyStreams.from(`COPY staged FROM STDIN ${copyOptions}`),
  );
  await pipeline(Readable.from(copyChunks(plan, lines), { objectMode: false }), copy);
  // The content is never searched, and statistics of it would cost more than they help.
  await transaction.query(`ANALYZE staged (line, faults, ${plan.uniqueBy.join(', ')})`);
  return copy.rowCount;
}

/** Lines in COPY's text format, many in one chunk. */
async function* copyChunks<Columns extends CsvColumns>(
  plan: ImportPlan<Columns>,
  chunks: AsyncIterable<readonly CsvLine<Columns>[]>,
): AsyncGenerator<string> {
  const nothing = plan.stagedColumns.map(() => null);
  const ids = new ConsecutiveIds();
  for await (const lines of chunks) {
    let text = '';
    for (const line of lines) {
      const faults = 'row' in line ? checkLine(plan, line.row) : line.faults;
      text +=
        'row' in line && faults.length === 0
          ? goodLine(line.line, ids.next(), copyLine(plan.staged(line.row)))
          : copyLine([line.line, JSON.stringify(faults), null, null, ...nothing]);
    }
    if (text !== '') yield text;
  }
}

function goodLine(line: number, id: string, content: string): string {
  const digest = hash('sha256', content).slice(0, digestCharacters);
  // COPY reads a backslash as an escape, so a bytea starts with two.
  const own = [line, copyNull, id, `\\\\x${digest}`].join(copyDelimiter);
  return own + copyDelimiter + content;
}

function checkLine<Columns extends CsvColumns>(
  plan: ImportPlan<Columns>,
  row: CsvRow<Columns>,
): FieldFault[] {
  const faults = plan.check(row);
  if (faults.length === 0) return [];
  return faults.map((fault) => ({ ...fault, field: plan.columns[fault.field]?.name ?? '' }));
}

async function keepFaults(transaction: Transaction, importId: string): Promise<void> {
  await transaction.query(
    `INSERT INTO csv_import_fault (import_id, line, ordinal, column_name, code, parameters)
     SELECT $1, line, ordinality, fault ->> 'field', fault ->> 'code',
            coalesce(fault -> 'parameters', '{}')
     FROM staged CROSS JOIN jsonb_array_elements(faults) WITH ORDINALITY AS fault (fault, ordinality)
     WHERE faults IS NOT NULL`,
    [importId],
  );
}

/** Of lines about the same record the first one counts. */
async function rejectRepeated(
  transaction: Transaction,
  importId: string,
  uniqueBy: readonly string[],
): Promise<void> {
  const key = uniqueBy.join(', ');
  await transaction.query(
    `WITH repeated AS (
       SELECT ${key}, min(line) AS first_line FROM staged WHERE faults IS NULL
       GROUP BY ${key} HAVING count(*) > 1
     ), marked AS (
       UPDATE staged SET faults = '[]' FROM repeated
       WHERE staged.faults IS NULL AND staged.line > repeated.first_line
         AND (${uniqueBy.map((column) => `staged.${column}`).join(', ')})
           = (${uniqueBy.map((column) => `repeated.${column}`).join(', ')})
       RETURNING staged.line, repeated.first_line
     )
     INSERT INTO csv_import_fault (import_id, line, ordinal, column_name, code, parameters)
     SELECT $1, line, 0, $2, 'csv.line-repeated', jsonb_build_object('line', first_line) FROM marked`,
    [importId, uniqueBy.at(-1)],
  );
}

function printable(filename: string): string {
  return filename.replace(/\p{Cc}/gu, '').slice(0, 255);
}
