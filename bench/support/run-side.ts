/** One side of a goal in its own process: `run-side.js <goal file> <reference|product>`. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { measureCost } from './cpu-meter.js';
import { createDatabase } from './databases.js';
import type { Goal } from './goal.js';
import type { Surroundings } from './surroundings.js';

const [file, side] = process.argv.slice(2) as [string, 'reference' | 'product'];
const surroundings = JSON.parse(process.env['BENCH_SURROUNDINGS'] ?? '{}') as Surroundings;
const { goal } = (await import(new URL(`../${file}.js`, import.meta.url).href)) as { goal: Goal };

const redis = new Redis(surroundings.redisUrl);
await redis.flushall();
/** The background work of a database that this side does not use is none of its costs. */
let postmaster: number | undefined;
const result = await goal[side]({
  scale: surroundings.scale,
  redisUrl: surroundings.redisUrl,
  dataFolder: mkdtempSync(join(surroundings.folder, 'side-')),
  createDatabase: () => {
    postmaster = surroundings.postmaster;
    return createDatabase(surroundings.databaseUrl);
  },
  measure: (work) => measureCost({ redis, ...(postmaster && { postmaster }) }, work),
});
process.send?.(result, () => process.exit());
