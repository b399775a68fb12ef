import { pathToFileURL } from 'node:url';
import pg from 'pg';
import type { Audience } from './season/audience.js';
import { generateSeason } from './season/generate-season.js';
import { HttpClient } from './season/http-client.js';
import { ProcessMeter } from './season/process-meter.js';
import { startSeasonEngines } from './season/season-engines.js';
import { readOptions } from './season/season-options.js';
import type { SeasonOptions } from './season/season-options.js';
import { costTable, publishedTable } from './season/season-report.js';
import { runSeason } from './season/season-run.js';
import { seasonSizes } from './season/season-sizes.js';
import { seasonNotes, seasonSummary } from './season/season-summary.js';
import { isAgreed, judge } from './season/season-verdict.js';
import { askFairs } from './season/season-witnesses.js';
import { StageClock } from './season/stage-clock.js';

const viewersOfSeason = 2_000;
const fewestViewers = 20;
const connections = 128;

/** `npm run season`. @returns the exit code: 0 when every source agrees on every number */
export async function main(
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const undo: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  }
  try {
    return await holdSeason(readOptions(parameters), environment, undo);
  } catch (error) {
    process.stderr.write(`\nThe season failed: ${(error as Error).message}\n`);
    return 1;
  } finally {
    await stop();
  }
}

async function holdSeason(
  options: SeasonOptions,
  environment: NodeJS.ProcessEnv,
  undo: (() => unknown)[],
): Promise<number> {
  const season = generateSeason(options.seed, seasonSizes(options.scale), new Date());
  const viewers = Math.max(fewestViewers, Math.round(viewersOfSeason * Math.min(1, options.scale)));
  const { engines, database, http } = await connect(environment, undo);
  let audience: Audience | null = null;
  undo.push(() => audience?.leave());
  const meter = new ProcessMeter({
    server: engines.serverProcess,
    postmaster: engines.postmaster,
    loadChildren: () => (audience ? [audience.processId] : []),
  });
  undo.push(() => meter.stop());
  const clock = new StageClock(meter);
  const outcome = await runSeason({
    season,
    engines,
    http,
    database,
    clock,
    viewers,
    onAudience: (gathered) => (audience = gathered),
  });
  const verdict = await clock.run('checking', () =>
    judge(season, outcome, http, database, viewers),
  );
  const parts = { options, outcome, verdict, clock, peak: meter.peak(), viewers };
  say(`\n${publishedTable(verdict.figures, await askFairs(http))}\n`);
  say(`${costTable([...clock.costs, clock.total()], parts.peak)}\n`);
  say(seasonNotes(parts));
  if (options.json) say(JSON.stringify(seasonSummary(parts)));
  return isAgreed(verdict) ? 0 : 1;
}

async function connect(environment: NodeJS.ProcessEnv, undo: (() => unknown)[]) {
  const engines = await startSeasonEngines(environment);
  undo.push(() => engines.stop());
  const database = new pg.Pool({ connectionString: engines.databaseUrl, max: 2 });
  undo.push(() => database.end());
  const http = new HttpClient(engines.url, connections);
  undo.push(() => http.close());
  return { engines, database, http };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exit(await main(process.argv.slice(2), process.env));
}
