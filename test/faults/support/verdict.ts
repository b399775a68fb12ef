import pg from 'pg';
import type { Outcome } from './crowd.js';

const longestDrain = 60_000;

/** Everything that must be true after the system has healed, as lines that say what is not. */
export async function findFaults(
  databaseUrl: string,
  history: readonly Outcome[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await drained(client);
    return [
      ...(await againstHistory(client, history)),
      ...(await counts(client)),
      ...(await counterDifferences(client)),
    ];
  } finally {
    await client.end();
  }
}

async function drained(client: pg.Client): Promise<void> {
  const deadline = Date.now() + longestDrain;
  for (;;) {
    const { rows } = await client.query<{ waiting: string }>(
      `SELECT count(*)::int AS waiting FROM outbox WHERE consumer <> 'platform.canary'`,
    );
    if (Number(rows[0]?.waiting) === 0) return;
    if (Date.now() > deadline) throw new Error(`${rows[0]?.waiting} facts were never handled`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Acknowledged is kept, and kept once: the client's own notes against the rows. */
async function againstHistory(client: pg.Client, history: readonly Outcome[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string; pair: string }>(
    `SELECT id, applicant_id || ' ' || job_posting_id AS pair FROM application`,
  );
  const idOfPair = new Map(rows.map((row) => [row.pair, row.id]));
  const faults: string[] = [];
  if (idOfPair.size !== rows.length) faults.push('a pair has more than one application');
  const sent = new Set<string>();
  for (const outcome of history) {
    const pair = `${outcome.applicantId} ${outcome.jobPostingId}`;
    sent.add(pair);
    const kept = idOfPair.get(pair);
    if (outcome.receipts.length > 0 && kept === undefined) faults.push(`lost: ${pair}`);
    if (outcome.receipts.some((receipt) => receipt !== kept)) faults.push(`other receipt: ${pair}`);
    if (outcome.firsts > 1) faults.push(`created twice: ${pair}`);
  }
  for (const pair of idOfPair.keys()) if (!sent.has(pair)) faults.push(`nobody sent: ${pair}`);
  return faults;
}

/** Accepted = processed + attention; each processed one has one notice and one mail intent. */
async function counts(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; left: number; right: number }>(`
    SELECT 'accepted = processed + attention' AS name, count(*)::int AS left,
           count(*) FILTER (WHERE processed_at IS NOT NULL OR attention_reason IS NOT NULL)::int AS right
    FROM application
    UNION ALL
    SELECT 'processed = notices', count(*) FILTER (WHERE processed_at IS NOT NULL)::int,
           (SELECT count(*)::int FROM notice WHERE kind = 'application.processed') FROM application
    UNION ALL
    SELECT 'processed = mail intents', count(*) FILTER (WHERE processed_at IS NOT NULL)::int,
           (SELECT count(*)::int FROM notice
            WHERE kind = 'application.processed' AND mail_state IS NOT NULL)
    FROM application
    UNION ALL
    SELECT 'notices = applications told of', count(*)::int, count(DISTINCT subject_id)::int
    FROM notice WHERE kind = 'application.processed'`);
  return rows
    .filter((row) => row.left !== row.right)
    .map((row) => `${row.name}: ${row.left} and ${row.right}`);
}

/** The counters against a recount by this test's own SQL, not by the product's. */
async function counterDifferences(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(`
    WITH recounted AS (
      SELECT scope, metric, count(*) AS value
      FROM application
      CROSS JOIN LATERAL (VALUES ('season'), ('fair:' || fair_id)) AS s (scope)
      CROSS JOIN LATERAL (VALUES
        ('applications', true),
        ('applications.processed', processed_at IS NOT NULL),
        ('applications.attention', attention_reason IS NOT NULL)) AS m (metric, applies)
      WHERE scope IS NOT NULL AND applies GROUP BY scope, metric
    ), counted AS (
      SELECT scope, metric, value FROM counter WHERE metric LIKE 'applications%' AND value <> 0
    )
    SELECT coalesce(counted.scope, recounted.scope) || ' ' ||
           coalesce(counted.metric, recounted.metric) || ': ' ||
           coalesce(counted.value, 0) || ' and ' || coalesce(recounted.value, 0) AS line
    FROM counted FULL JOIN recounted USING (scope, metric)
    WHERE coalesce(counted.value, 0) <> coalesce(recounted.value, 0)`);
  return rows.map((row) => `counter ${row.line}`);
}
