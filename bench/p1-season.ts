import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startNoOpServer } from './reference/no-op-server.js';
import { createApplyFixture, submissions } from './support/apply-fixture.js';
import { applyAll } from './support/apply-load.js';
import type { BenchContext } from './support/bench-context.js';
import type { Goal, SideResult } from './support/goal.js';
import { productEnvironment } from './support/product-api.js';

const applicationsOfSeason = 28_840;

/** Before and after the season: who takes part, and whether all numbers agree. */
const stagesBesides = ['organizer', 'accounts', 'profiles', 'checking'];

interface Stage {
  stage: string;
  wall: number;
  server: number;
  postgres: number;
}

interface SeasonSummary {
  agree: boolean;
  applications: number;
  stages: Stage[];
}

/** The applications of a season to the handler that does nothing. */
async function doNothing(context: BenchContext): Promise<SideResult> {
  const fixture = await createApplyFixture(await context.createDatabase());
  const port = await startNoOpServer(productEnvironment(context, fixture));
  const requests = submissions(fixture, Math.round(applicationsOfSeason * context.scale));
  const path = '/api/v1/no-op-applications';
  const { cost, units, differences } = await applyAll(context, { port, path }, requests);
  return { units, cost, differences };
}

/** `npm run season` on engines of its own; it tells what its server and its Postgres spent. */
async function holdSeason(context: BenchContext): Promise<SideResult> {
  const program = new URL('../scripts/season.js', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, '--json', '--scale', String(context.scale)],
    { maxBuffer: 1 << 26 },
  );
  const summary = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as SeasonSummary;
  const stages = summary.stages.filter(({ stage }) => !stagesBesides.includes(stage));
  const sum = (pick: (stage: Stage) => number) =>
    stages.reduce((total, stage) => total + pick(stage), 0);
  const expected = Math.round(applicationsOfSeason * context.scale);
  const differences = summary.agree ? [] : ['The sources of the season do not agree.'];
  if (summary.applications !== expected) {
    differences.push(`${summary.applications} of ${expected} applications.`);
  }
  return {
    units: summary.applications,
    cost: {
      node: sum((stage) => stage.server) * 1e6,
      postgres: sum((stage) => stage.postgres) * 1e6,
      redis: 0,
      wallMilliseconds: sum((stage) => stage.wall) * 1e3,
    },
    differences,
  };
}

export const goal: Goal = {
  id: 'P1',
  title:
    'CPU of the whole season, against its applications alone to the same stack with a handler that does nothing',
  unit: 'application of the season',
  ratio: 'cost',
  must: 2.5,
  onSameStack: true,
  reference: doNothing,
  product: holdSeason,
};
