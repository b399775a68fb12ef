import pg from 'pg';
import type { Audience } from './season/audience.js';
import { generateSeason } from './season/generate-season.js';
import { HttpClient } from './season/http-client.js';
import { ProcessMeter } from './season/process-meter.js';
import { startSeasonEngines } from './season/season-engines.js';
import type { SeasonEngines, Undo } from './season/season-engines.js';
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
async function main(
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  const undo: Undo = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  const interruptions: Promise<void>[] = [];
  try {
    const options = readOptions(parameters);
    const opening = connect(environment, undo);
    // What is just being started can be stopped only when it has started.
    const interrupt = async (): Promise<void> => {
      await opening.catch(() => undefined);
      await stop().finally(() => process.exit(130));
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (interruptions.length === 0) interruptions.push(interrupt());
      });
    }
    return await holdSeason(options, await opening, undo);
  } catch (error) {
    // Whatever breaks while everything is being stopped is no failure; this never comes back.
    await Promise.all(interruptions);
    process.stderr.write(`\nThe season failed: ${(error as Error).message}\n`);
    return 1;
  } finally {
    await stop();
  }
}

async function holdSeason(
  options: SeasonOptions,
  { engines, database, http }: Connections,
  undo: Undo,
): Promise<number> {
  const season = generateSeason(options.seed, seasonSizes(options.scale), new Date());
  const viewers = Math.max(fewestViewers, Math.round(viewersOfSeason * Math.min(1, options.scale)));
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

interface Connections {
  readonly engines: SeasonEngines;
  readonly database: pg.Pool;
  readonly http: HttpClient;
}

async function connect(environment: NodeJS.ProcessEnv, undo: Undo): Promise<Connections> {
  const engines = await startSeasonEngines(environment, undo);
  const database = new pg.Pool({ connectionString: engines.databaseUrl, max: 2 });
  undo.push(() => database.end());
  const http = new HttpClient(engines.url, connections);
  undo.push(() => http.close());
  return { engines, database, http };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

process.exit(await main(process.argv.slice(2), process.env));
