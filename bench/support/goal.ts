import type { BenchContext } from './bench-context.js';
import type { Cost } from './cpu-meter.js';

/** What one side did in its own process: a fixed amount of work, its cost, and whether it was right. */
export interface SideResult {
  /** Units of work done, in the goal's unit. */
  units: number;
  cost: Cost;
  /** What differs from the truth, each in a sentence. Any makes the number worthless. */
  differences: string[];
}

export type Side = (context: BenchContext) => Promise<SideResult>;

/** One row of the goals: the product against a reference that was doing the same work in the same run. */
export interface Goal {
  id: string;
  title: string;
  /** What the CPU time is divided by. */
  unit: string;
  /**
   * `cost`: CPU per unit, product / reference, at most `must`.
   * `gain`: units per CPU time, product / reference, at least `must`.
   */
  ratio: 'cost' | 'gain';
  must: number;
  /** Whether the reference runs with the server's own options of Node too, not with Node's defaults. */
  onSameStack?: boolean;
  reference: Side;
  product: Side;
}
