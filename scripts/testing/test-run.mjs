import { rmSync } from 'node:fs';
import { findChromium } from '../runtime/chromium.mjs';
import { startEmbeddedPostgres } from '../runtime/embedded-postgres.mjs';
import { Problem } from '../runtime/problem.mjs';
import { say, secondsSince } from '../runtime/progress.mjs';
import { inProject } from '../runtime/project.mjs';
import { findRedis, startRedis } from '../runtime/redis-server.mjs';
import { temporaryFolder } from '../runtime/temporary-folder.mjs';
import { startDemoServer } from './demo-server.mjs';
import { runCheck, runJest, runPlaywright, runScript, sum } from './suites.mjs';

const mostConnections = 300;

const queueAndSockets = ['platform', 'application', 'live-session', 'statistics']
  .map((module) => `test/integration/${module}`)
  .concat('test/e2e');

/** In this order. `unit` is part of `check`; alone it is run when it is asked for. */
const groups = {
  check: () => runCheck(),
  unit: () => runCheck(['unit']),
  integration: (engines) => onPostgres('integration', ['test/integration'], engines),
  e2e: (engines) => onPostgres('e2e', ['test/e2e'], engines),
  redis: onRedis,
  faults: inTopology,
  browser: (engines) => inBrowser([], engines),
  season: () => runScript([inProject('scripts', 'season.mjs'), '--scale', '0.05', '--json']),
};

/**
 * Runs the groups that are asked for, or all.
 *
 * @param {string[]} wanted names of groups, or files and folders below test/
 * @returns {Promise<{ rows: { name: string, seconds: string, note?: string }[], total: object }>}
 */
export async function runTests(wanted, shutdown) {
  const engines = new Engines(shutdown);
  const rows = [];
  for (const { name, run } of chosenRuns(wanted)) {
    say(`\n── ${name} ──`);
    const begun = Date.now();
    const counts = await run(engines);
    rows.push({ name, ...counts, seconds: secondsSince(begun) });
  }
  return { rows, total: sum(rows) };
}

function chosenRuns(wanted) {
  const paths = wanted.filter((name) => name.startsWith('test/'));
  const names = wanted.filter((name) => !name.startsWith('test/'));
  const unknown = names.find((name) => !Object.hasOwn(groups, name));
  if (unknown) {
    throw new Problem(`No tests "${unknown}". Groups: ${Object.keys(groups).join(', ')}.`);
  }
  const all = Object.keys(groups).filter((name) => name !== 'unit');
  const chosen = wanted.length === 0 ? all : names;
  return [
    ...chosen.map((name) => ({ name, run: groups[name] })),
    ...paths.map((path) => ({ name: path, run: (engines) => runPath(path, engines) })),
  ];
}

function runPath(path, engines) {
  return path.startsWith('test/browser')
    ? inBrowser([path], engines)
    : onPostgres('path', [path], engines);
}

async function onPostgres(name, folders, engines) {
  const environment = { DATABASE_URL: await engines.postgres(), REDIS_URL: '' };
  return runJest(name, folders, { environment });
}

/** Queue and sockets once more, on the engine of many machines. */
async function onRedis(engines) {
  const { path: program, missing } = await findRedis();
  if (missing) return missed(missing);
  const environment = {
    DATABASE_URL: await engines.postgres(),
    REDIS_URL: await engines.redis(program),
  };
  return runJest('redis', queueAndSockets, { environment });
}

/** These start the many-machines shape themselves and kill its parts; one at a time. */
async function inTopology() {
  const { missing } = await findRedis();
  return missing ? missed(missing) : runJest('faults', ['test/faults'], { workers: 1 });
}

async function inBrowser(files, engines) {
  const { path: chromium, missing } = await findChromium();
  if (missing) return missed(missing);
  const server = await startDemoServer(await engines.postgres());
  try {
    const environment = { ...server.environment, CHROMIUM_PATH: chromium };
    return await runPlaywright('browser', { environment, files });
  } finally {
    await server.stop();
  }
}

/** A skipped suite is said aloud, and where nobody reads along it is a failure. */
function missed(reason) {
  const failed = process.env.CI === 'true';
  say(`${failed ? 'Failed' : 'Skipped'}: ${reason}`);
  return { passed: 0, failed: failed ? 1 : 0, skipped: failed ? 0 : 1, note: reason };
}

/** Started when the first suite needs them, thrown away at the end. */
class Engines {
  #shutdown;
  #started = new Map();

  constructor(shutdown) {
    this.#shutdown = shutdown;
  }

  /** With the rights to create databases: every test file has one of its own. */
  postgres() {
    return this.#once('postgres', async () => {
      const dataFolder = temporaryFolder('test');
      this.#shutdown.add(() => rmSync(dataFolder, { recursive: true, force: true }));
      const maxConnections = mostConnections;
      const options = { dataFolder, durable: false, quiet: true, maxConnections };
      const postgres = await startEmbeddedPostgres(options);
      this.#shutdown.add(() => postgres.remove());
      return postgres.superuserUrl;
    });
  }

  redis(program) {
    return this.#once('redis', async () => {
      const folder = temporaryFolder('redis');
      this.#shutdown.add(() => rmSync(folder, { recursive: true, force: true }));
      const redis = await startRedis({ program, folder });
      this.#shutdown.add(() => redis.stop());
      return redis.url;
    });
  }

  #once(name, start) {
    if (!this.#started.has(name)) this.#started.set(name, start());
    return this.#started.get(name);
  }
}
