import { fork } from 'node:child_process';
import { totalCpu } from './cpu-meter.js';
import type { Goal, SideResult } from './goal.js';
import type { Surroundings } from './surroundings.js';

const surroundings = JSON.parse(process.env['BENCH_SURROUNDINGS'] ?? '{}') as Surroundings;
const sideTimeout = 10 * 60_000;

type SideName = 'reference' | 'product';

/** One line of the report; costs are medians in microseconds of CPU per unit. */
export interface Verdict {
  goal: string;
  title: string;
  unit: string;
  ratio: number;
  min: number;
  max: number;
  pairs: number;
  oracle: boolean;
  must: number;
  bound: 'at most' | 'at least';
  pass: boolean;
  reference: SideSummary;
  product: SideSummary;
  /** The same ratio by wall time: information only, this depends on the neighbours. */
  wallRatio: number;
  differences?: string[];
}

interface SideSummary {
  cpu: number;
  node: number;
  postgres: number;
  redis: number;
  unitsPerSecond: number;
}

/** Runs both sides in turn, A B B A, each in a fresh process, and compares pair by pair. */
export async function judge(goal: Goal, file: string, pairs: number): Promise<Verdict> {
  const results: Record<SideName, SideResult[]> = { reference: [], product: [] };
  for (let pair = 0; pair < pairs; pair += 1) {
    const order: SideName[] = pair % 2 ? ['product', 'reference'] : ['reference', 'product'];
    for (const side of order) {
      const isOurs = side === 'product' || (goal.onSameStack ?? false);
      const result = await runSide(file, side, isOurs ? surroundings.serverOptions : []);
      results[side].push(result);
      const { cpu, unitsPerSecond } = summarize([result]);
      console.error(`  ${goal.id} ${side} ${pair + 1}/${pairs}: ${cpu} µs, ${unitsPerSecond}/s`);
    }
  }
  return compare(goal, results.reference, results.product);
}

function compare(goal: Goal, reference: SideResult[], product: SideResult[]): Verdict {
  const ratioOf = (cost: (result: SideResult) => number) =>
    reference.map((result, pair) => {
      const relative = cost(product[pair] as SideResult) / cost(result);
      return goal.ratio === 'cost' ? relative : 1 / relative;
    });
  const ratios = ratioOf((result) => totalCpu(result.cost) / result.units);
  const differences = [...reference, ...product].flatMap((result) => result.differences);
  const ratio = round(median(ratios));
  const oracle = differences.length === 0;
  const holds = goal.ratio === 'cost' ? ratio <= goal.must : ratio >= goal.must;
  return {
    goal: goal.id,
    title: goal.title,
    unit: goal.unit,
    ratio,
    min: round(Math.min(...ratios)),
    max: round(Math.max(...ratios)),
    pairs: ratios.length,
    oracle,
    must: goal.must,
    bound: goal.ratio === 'cost' ? 'at most' : 'at least',
    pass: oracle && holds,
    reference: summarize(reference),
    product: summarize(product),
    wallRatio: round(median(ratioOf((result) => result.cost.wallMilliseconds / result.units))),
    ...(oracle ? {} : { differences: differences.slice(0, 10) }),
  };
}

function summarize(results: SideResult[]): SideSummary {
  const perUnit = (cost: (result: SideResult) => number) =>
    round(median(results.map((result) => cost(result) / result.units)));
  return {
    cpu: perUnit(({ cost }) => totalCpu(cost)),
    node: perUnit(({ cost }) => cost.node),
    postgres: perUnit(({ cost }) => cost.postgres),
    redis: perUnit(({ cost }) => cost.redis),
    unitsPerSecond: Math.round(1000 / perUnitExactly(results)),
  };
}

const perUnitExactly = (results: SideResult[]) =>
  median(results.map(({ cost, units }) => cost.wallMilliseconds / units));

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** Three significant digits. */
const round = (value: number) => Number(value.toPrecision(3));

function runSide(file: string, side: SideName, execArgv: string[]): Promise<SideResult> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL('./run-side.js', import.meta.url), [file, side], {
      stdio: ['ignore', 2, 2, 'ipc'],
      execArgv,
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), sideTimeout);
    let result: SideResult | undefined;
    child.once('message', (message) => (result = message as SideResult));
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      if (result) resolve(result);
      else reject(new Error(`The ${side} of ${file} ended with ${signal ?? code}.`));
    });
  });
}
