// `npm run bench [-- goal … --quick]`: measures the product against its references, in one run.
// One JSON line per goal; exits 1 when a goal is missed or an oracle differs.

import { transformFile } from '@swc/core';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startEmbeddedPostgres } from './runtime/embedded-postgres.mjs';
import { heapOptions } from './runtime/heap-options.mjs';
import { prepareProject } from './runtime/prepare-project.mjs';
import { oneLine, Problem } from './runtime/problem.mjs';
import { complain } from './runtime/progress.mjs';
import { inProject } from './runtime/project.mjs';
import { findRedis, startRedis } from './runtime/redis-server.mjs';
import { runCommand } from './runtime/run-command.mjs';
import { Shutdown } from './runtime/shutdown.mjs';

const shutdown = new Shutdown();

try {
  await prepareProject();
  await compileBench();
  await shutdown.exit(await bench(process.argv.slice(2)));
} catch (error) {
  complain(oneLine(error));
  await shutdown.exit(1);
}

async function bench(parameters) {
  const surroundings = {
    ...(await startEngines()),
    serverOptions: heapOptions,
    scale: Number(process.env.BENCH_SCALE ?? 1),
  };
  complain(`Node ${process.version}, load ${loadavg()[0].toFixed(2)} before the run`);
  const program = [inProject('dist', 'bench', 'main.js'), ...parameters];
  const env = { ...process.env, BENCH_SURROUNDINGS: JSON.stringify(surroundings) };
  const { code } = await runCommand(process.execPath, program, { show: true, env });
  return code;
}

/** Durable ones, as in production: fsync, synchronous commit, append-only file. */
async function startEngines() {
  const { path: redisServer, missing } = await findRedis();
  if (missing) throw new Problem(missing);
  const folder = mkdtempSync(join(tmpdir(), 'cloudfair-bench-'));
  shutdown.add(() => rmSync(folder, { recursive: true, force: true }));
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, quiet: true });
  shutdown.add(() => postgres.remove());
  const redis = await startRedis({ program: redisServer, folder: join(folder, 'redis') });
  shutdown.add(() => redis.stop());
  return {
    folder,
    databaseUrl: postgres.superuserUrl,
    postmaster: postgres.pid(),
    redisUrl: redis.url,
  };
}

/** Types are checked by `npm run check`; here they are only removed. */
async function compileBench() {
  rmSync(inProject('dist', 'bench'), { recursive: true, force: true });
  const files = readdirSync(inProject('bench'), { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const { code } = await transformFile(inProject('bench', file));
    const target = inProject('dist', 'bench', file.replace(/[.]ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}
