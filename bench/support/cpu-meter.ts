import { readdirSync, readFileSync } from 'node:fs';
import type { Redis } from 'ioredis';

/** CPU time in microseconds by who spent it, and the wall time that passed. */
export interface Cost {
  node: number;
  postgres: number;
  redis: number;
  wallMilliseconds: number;
}

export const totalCpu = (cost: Cost): number => cost.node + cost.postgres + cost.redis;

/** Microseconds per clock tick of /proc; `getconf CLK_TCK` is 100 on every Linux that Node runs on. */
const microsecondsPerTick = 10_000;

export interface MeteredEngines {
  postmaster?: number;
  redis?: Redis;
}

/** Runs the work and returns what it cost this process, Postgres and Redis together. */
export async function measureCost(engines: MeteredEngines, work: () => Promise<void>) {
  const before = await readEngines(engines);
  // Reading the engines costs this process something, which is no part of the work.
  const started = process.cpuUsage();
  const start = performance.now();
  await work();
  const wallMilliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(started);
  const after = await readEngines(engines);
  const cost: Cost = {
    node: user + system,
    postgres: after.postgres - before.postgres,
    redis: after.redis - before.redis,
    wallMilliseconds,
  };
  return cost;
}

async function readEngines({ postmaster, redis }: MeteredEngines) {
  return {
    postgres: postmaster ? postgresCpu(postmaster) : 0,
    redis: redis ? redisCpu(await redis.info('cpu')) : 0,
  };
}

/** Living children of the postmaster and, in its own line, those that it has already buried. */
function postgresCpu(postmaster: number): number {
  const own = processTimes(postmaster);
  let ticks = own.self + own.buried;
  for (const name of readdirSync('/proc')) {
    const process = /^\d+$/.test(name) ? processTimes(Number(name)) : undefined;
    if (process?.parent === postmaster) ticks += process.self;
  }
  return ticks * microsecondsPerTick;
}

function processTimes(id: number) {
  try {
    const line = readFileSync(`/proc/${id}/stat`, 'utf8');
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
    return { parent, self: user + system, buried: (fields[13] ?? 0) + (fields[14] ?? 0) };
  } catch {
    return { parent: 0, self: 0, buried: 0 };
  }
}

function redisCpu(info: string): number {
  const seconds = [...info.matchAll(/^used_cpu_(?:sys|user)(?:_children)?:([\d.]+)/gm)];
  return seconds.reduce((sum, [, value]) => sum + Number(value) * 1e6, 0);
}
