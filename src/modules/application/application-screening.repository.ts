import { Injectable } from '@nestjs/common';
import { idArray } from '../../platform/database/binary-array.js';
import type { Transaction } from '../../platform/database/transaction.js';
import { Consumers } from '../../platform/outbox/consumers.js';
import { mostFacts } from '../../platform/outbox/outbox.js';
import { applicationProcessed } from './application.events.js';
import { pointsOf } from './application.rules.js';
import type { Screening } from './application.rules.js';

export interface SliceRow {
  readonly id: string;
  readonly jobPostingId: string;
  readonly applicantId: string;
  readonly answers: Record<string, string>;
}

export interface ScreenedApplication {
  readonly id: string;
  readonly screening: Screening;
}

interface CountedRow {
  readonly [column: string]: unknown;
  readonly fairId: string | null;
}

/**
 * One text for a slice, a line for each application: read as rows and columns they cost twice as much
 * (measured). An answer has no line break of its own in JSON.
 */
const loadSql = `
  SELECT string_agg(id::text || job_posting_id::text || applicant_id::text || answers::text, E'\\n')
    AS lines
  FROM application WHERE id = ANY($1) AND processed_at IS NULL AND attention_reason IS NULL`;

/**
 * Results, counters and the next facts of a slice commit together. The same result is written once for
 * all who have it, in effect some dozens in two thousand. Only what was not processed before is
 * counted and told, so that an application in two slices at once stays processed once. That condition is a
 * CASE, of which the planner assumes nothing: by "IS NULL" it takes a table without statistics for one row,
 * and reads the whole table with all results for each row (seen: 30 s instead of 0.1).
 */
const saveSql = `
  WITH processed AS (
    UPDATE application SET processed_at = now(), eligible = result.eligible, score = result.score,
      obstacles = result.obstacles, score_points = result.points
    FROM (
      SELECT ids::uuid[], eligible, score, obstacles::text[], points::smallint[]
      FROM unnest($1::text[], $2::boolean[], $3::smallint[], $4::text[], $5::text[])
        AS given (ids, eligible, score, obstacles, points)
      -- Keeps the texts from being read again for each application.
      OFFSET 0
    ) AS result
    WHERE application.id = ANY(result.ids)
      AND CASE WHEN processed_at IS NULL THEN attention_reason IS NULL ELSE false END
    RETURNING application.id, fair_id
  ), queued AS (
    INSERT INTO outbox (consumer, entity_ids)
    SELECT consumer, array_agg(id)
    FROM (SELECT id, row_number() OVER () - 1 AS place FROM processed) AS placed
    CROSS JOIN unnest($6::text[]) AS consumer
    GROUP BY consumer, place / ${mostFacts}
  )
  INSERT INTO counter (scope, metric, value)
  SELECT CASE WHEN grouping(fair_id) = 0 THEN 'fair:' || fair_id ELSE 'season' END AS scope,
         'applications.processed', count(*)
  FROM processed
  GROUP BY GROUPING SETS ((), (fair_id))
  HAVING count(*) > 0 AND (grouping(fair_id) = 1 OR fair_id IS NOT NULL)
  ORDER BY scope
  ON CONFLICT (scope, metric) DO UPDATE SET value = counter.value + excluded.value`;

/** What a slice of the queue reads and writes. */
@Injectable()
export class ApplicationScreeningRepository {
  constructor(private readonly consumers: Consumers) {}

  /** The applications of a slice that are still to be judged. */
  async loadSlice(transaction: Transaction, ids: readonly string[]): Promise<SliceRow[]> {
    const [row] = await transaction.query<{ lines: string | null }>(loadSql, [idArray(ids)]);
    return row?.lines ? row.lines.split('\n').map(sliceRowOf) : [];
  }

  async save(transaction: Transaction, screened: readonly ScreenedApplication[]): Promise<void> {
    const results = resultsOf(screened);
    await transaction.query(saveSql, [
      results.map(({ ids }) => `{${ids.join()}}`),
      results.map(({ screening }) => screening.eligible),
      results.map(({ screening }) => screening.score),
      results.map(({ screening }) => `{${screening.obstacles.join()}}`),
      results.map(({ screening }) => `{${pointsOf(screening.reasons).join()}}`),
      this.consumers.namesFor(applicationProcessed),
    ]);
  }

  /** @returns those that were neither processed nor marked before */
  async markAttention(
    transaction: Transaction,
    ids: readonly string[],
    reason: string,
  ): Promise<CountedRow[]> {
    return transaction.query<CountedRow>(
      `UPDATE application SET attention_reason = $2
       WHERE id = ANY($1) AND processed_at IS NULL AND attention_reason IS NULL
       RETURNING fair_id AS "fairId"`,
      [idArray(ids), reason],
    );
  }
}

const idLength = 36;

function sliceRowOf(line: string): SliceRow {
  return {
    id: line.slice(0, idLength),
    jobPostingId: line.slice(idLength, 2 * idLength),
    applicantId: line.slice(2 * idLength, 3 * idLength),
    answers: JSON.parse(line.slice(3 * idLength)) as Record<string, string>,
  };
}

/** Each result with those who have it; the most points of each factor are the same for all. */
function resultsOf(
  screened: readonly ScreenedApplication[],
): { readonly screening: Screening; readonly ids: string[] }[] {
  const results = new Map<string, { screening: Screening; ids: string[] }>();
  for (const { id, screening } of screened) {
    const points = screening.reasons.map((reason) => reason.points);
    const key = `${screening.obstacles.join()} ${points.join()}`;
    const result = results.get(key);
    if (result) result.ids.push(id);
    else results.set(key, { screening, ids: [id] });
  }
  return [...results.values()];
}
