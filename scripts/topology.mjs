// The shape of docker-compose.yml without containers: PostgreSQL, Redis, API processes behind a
// proxy with sticky sessions, workers. `node scripts/topology.mjs` runs it until Ctrl-C.
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startEmbeddedPostgres } from './runtime/embedded-postgres.mjs';
import { freePort } from './runtime/free-port.mjs';
import { startNodeProcess } from './runtime/node-process.mjs';
import { prepareProject } from './runtime/prepare-project.mjs';
import { oneLine, Problem } from './runtime/problem.mjs';
import { complain, say } from './runtime/progress.mjs';
import { importBuilt } from './runtime/project.mjs';
import { findRedis, startRedis } from './runtime/redis-server.mjs';
import { Shutdown } from './runtime/shutdown.mjs';
import { startStickyProxy } from './runtime/sticky-proxy.mjs';
import { temporaryFolder } from './runtime/temporary-folder.mjs';

/**
 * Starts everything, ready to take requests. The project has to be built.
 *
 * @param {import('./topology.mjs').TopologyOptions} options
 * @returns {Promise<import('./topology.mjs').Topology>}
 */
export async function startTopology(options = {}) {
  const folder = temporaryFolder('topology');
  /** @type {(() => unknown)[]} */
  const undo = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return {
      ...(await startParts({ apis: 2, workers: 2, ...options }, folder, undo)),
      folder,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(options, folder, undo) {
  const { engines, databaseUrl } = await startEngines(options, folder, undo);
  const ports = await inParallel(options.apis, () => freePort());
  const proxy = await startStickyProxy(ports, options.port);
  undo.push(() => proxy.close());
  const environment = {
    ...sharedEnvironment({ folder, databaseUrl, redisUrl: engines.redisUrl }),
    PUBLIC_URL: proxy.url,
    ...options.environment,
  };
  mkdirSync(environment.DATA_DIR);
  const running = [];
  undo.push(() => Promise.all(running.map((part) => part.kill('SIGTERM'))));
  const start = async (part) => {
    const started = await startNodeProcess({ ...part, log: join(folder, `${part.name}.log`) });
    running.push(started);
    return started;
  };
  const apis = await inParallel(options.apis, async (index) => {
    const { url, ...part } = apiProcess(index, ports[index], environment);
    return { ...(await start(part)), url };
  });
  const workers = await inParallel(options.workers, (index) =>
    start(workerProcess(index, environment)),
  );
  return { url: proxy.url, databaseUrl, environment, apis, workers, ...engines };
}

function apiProcess(index, port, environment) {
  const url = `http://127.0.0.1:${port}`;
  return {
    name: `api-${index + 1}`,
    script: 'main.js',
    environment: { ...environment, PORT: String(port) },
    isReady: () => answers(`${url}/health/ready`),
    url,
  };
}

function workerProcess(index, environment) {
  return {
    name: `worker-${index + 1}`,
    script: 'worker.js',
    environment,
    isReady: (text) => text.includes('worker is ready'),
  };
}

async function startEngines({ durable = false, redisPersistent = true }, folder, undo) {
  const { path: program, missing } = await findRedis();
  if (missing) throw new Problem(missing);
  const postgres = await startEmbeddedPostgres({ dataFolder: folder, durable, quiet: true });
  undo.push(() => postgres.remove());
  const redis = await startRedis({
    program,
    folder: join(folder, 'redis'),
    persistent: redisPersistent,
  });
  undo.push(() => redis.stop());
  const { migrate } = await importBuilt('src/platform/database/migrate.js');
  await migrate(postgres.url);
  const engines = {
    redisUrl: redis.url,
    redis: { ...redis, kill: (signal = 'SIGKILL') => redis.stop(signal) },
    postgres: {
      pid: postgres.pid,
      kill: () => postgres.stop('SIGQUIT'),
      restart: postgres.restart,
    },
  };
  return { engines, databaseUrl: postgres.url };
}

function sharedEnvironment({ folder, databaseUrl, redisUrl }) {
  return {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    WORKERS: 'external',
    AUTH_SECRET: randomBytes(32).toString('hex'),
    DATA_DIR: join(folder, 'files'),
    HOST: '127.0.0.1',
    TRUST_PROXY: 'on',
    LOG_LEVEL: 'info',
  };
}

async function answers(url) {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

const inParallel = (count, work) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

async function run() {
  const shutdown = new Shutdown({ onBegin: () => say('\n  Stopping …') });
  try {
    await prepareProject();
    const topology = await startTopology({ port: Number(process.env.PORT || 3000), durable: true });
    shutdown.add(() => topology.stop(), 60);
    say(`\n  Open          ${topology.url}`);
    for (const part of [...topology.apis, ...topology.workers]) {
      say(`  ${part.name.padEnd(13)} process ${part.pid()}, log ${part.log}`);
    }
    say('\n  Ctrl-C stops it and removes its data.\n');
  } catch (error) {
    complain(oneLine(error));
    await shutdown.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await run();
