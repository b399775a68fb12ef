import type { CpuSeconds, ProcessMeter } from './process-meter.js';

export interface StageCost extends CpuSeconds {
  readonly stage: string;
  readonly wall: number;
}

/** What each stage of the season costs, in seconds. */
export class StageClock {
  readonly costs: StageCost[] = [];

  constructor(private readonly meter: ProcessMeter) {}

  async run<Result>(stage: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.meter.cpu();
    const begun = performance.now();
    const result = await work();
    const wall = (performance.now() - begun) / 1_000;
    const after = this.meter.cpu();
    this.costs.push({
      stage,
      wall,
      server: difference(after.server, before.server),
      postgres: difference(after.postgres, before.postgres),
      load: after.load - before.load,
    });
    return result;
  }

  total(): StageCost {
    const sum = (pick: (cost: StageCost) => number | null): number | null =>
      this.costs.reduce<number | null>((all, cost) => {
        const part = pick(cost);
        return all === null || part === null ? null : all + part;
      }, 0);
    return {
      stage: 'total',
      wall: sum((cost) => cost.wall) ?? 0,
      server: sum((cost) => cost.server),
      postgres: sum((cost) => cost.postgres),
      load: sum((cost) => cost.load) ?? 0,
    };
  }
}

function difference(after: number | null, before: number | null): number | null {
  return after === null || before === null ? null : after - before;
}
