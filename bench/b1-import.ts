import { Readable } from 'node:stream';
import pg from 'pg';
import { HttpClient } from '../scripts/season/http-client.js';
import { startApi } from '../src/main.js';
import { RowByRowImport } from './reference/row-by-row-import.js';
import type { BenchContext } from './support/bench-context.js';
import type { Goal, SideResult } from './support/goal.js';
import { createImportFixture } from './support/import-fixture.js';
import type { ImportFile, ImportFixture } from './support/import-fixture.js';
import { productEnvironment } from './support/product-api.js';

/** A regional file, as the bureau of a province gets it: compilers and plans are warm for most of it. */
const seasons = 3;

interface Outcome {
  rows: number;
  rejected: number;
  unchanged?: number;
}

async function rowByRow(context: BenchContext): Promise<SideResult> {
  const fixture = await createImportFixture(
    await context.createDatabase(),
    seasons * context.scale,
  );
  const importer = new RowByRowImport(fixture.databaseUrl);
  return importAndCompare(context, fixture, ({ content }) =>
    importer.run(Readable.from([content])),
  );
}

/** The upload itself is made by this process too, and so is counted. */
async function bySets(context: BenchContext): Promise<SideResult> {
  const fixture = await createImportFixture(
    await context.createDatabase(),
    seasons * context.scale,
  );
  const api = await startApi(productEnvironment(context, fixture));
  const http = new HttpClient(api.url.replace('localhost', '127.0.0.1'), 1);
  const upload = (file: ImportFile) =>
    http.json<Outcome>('POST', '/api/v1/job-posting-imports', {
      cookie: fixture.operatorCookie,
      file: { name: 'job-postings.csv', content: Readable.from([Buffer.from(file.content)]) },
    });
  const result = await importAndCompare(context, fixture, upload);
  const again = await upload(fixture.measured);
  const good = fixture.measured.rows - fixture.measured.faulty;
  if (again.unchanged !== good) {
    result.differences.push(`The second run left ${again.unchanged} of ${good} lines unchanged.`);
  }
  return result;
}

async function importAndCompare(
  { measure }: BenchContext,
  { databaseUrl, warmUp, measured }: ImportFixture,
  run: (file: ImportFile) => Promise<Outcome>,
): Promise<SideResult> {
  await run(warmUp);
  let outcome: Outcome = { rows: 0, rejected: 0 };
  const cost = await measure(async () => {
    outcome = await run(measured);
  });
  const differences: string[] = [];
  if (outcome.rows !== measured.rows || outcome.rejected !== measured.faulty) {
    const { rows, faulty } = measured;
    differences.push(`Of ${rows} lines with ${faulty} faulty: ${JSON.stringify(outcome)}.`);
  }
  const good = warmUp.rows - warmUp.faulty + measured.rows - measured.faulty;
  const kept = await countPostings(databaseUrl);
  if (kept !== good) differences.push(`${good} good lines, ${kept} rows.`);
  return { units: measured.rows, cost, differences };
}

async function countPostings(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ kept: string }>('SELECT count(*) AS kept FROM job_posting');
  await client.end();
  return Number(rows[0]?.kept);
}

export const goal: Goal = {
  id: 'B1',
  title:
    'CSV lines imported per CPU second, with errors per line and an idempotent re-run, against row-by-row upserts',
  unit: 'line',
  ratio: 'gain',
  must: 15,
  reference: rowByRow,
  product: bySets,
};
