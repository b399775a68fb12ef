import type { Cost } from './cpu-meter.js';

/** What a side may use: engines of its own run, a size, and the meter. */
export interface BenchContext {
  /** 1 for a real run; smaller to try things out. */
  scale: number;
  /** Of this side alone. */
  dataFolder: string;
  /** Of an empty database that nobody else uses. */
  createDatabase: () => Promise<string>;
  /** Of a Redis that was emptied for this side. */
  redisUrl: string;
  measure: (work: () => Promise<void>) => Promise<Cost>;
}
