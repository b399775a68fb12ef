import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolderProblem, openDataFolder } from './data-folder.mjs';
import { claimFolder } from './folder-claim.mjs';
import { freePort } from './free-port.mjs';
import { postgresAccount } from './postgres-account.mjs';
import { postgresBinaries } from './postgres-binaries.mjs';
import { applicationRole, openCluster, readPasswords, superuser } from './postgres-cluster.mjs';
import { openPostgresHome, removePostgresHome } from './postgres-home.mjs';
import { runningServer, startPostmaster, stopOrphan } from './postmaster.mjs';
import { Problem } from './problem.mjs';

/** For a small machine that also runs everything else. Error texts carry no data of people. */
const serverSettings = {
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  max_logical_replication_workers: 0,
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_min_messages: 'warning',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: 0,
};

/** A test may lose its data when the machine stops, but not when a process is killed. */
const throwAwaySettings = { fsync: 'off', full_page_writes: 'off' };

/**
 * PostgreSQL in a data folder, for this process alone.
 *
 * @param {{ dataFolder: string, durable?: boolean, quiet?: boolean, maxConnections?: number,
 *   onUnexpectedEnd?: () => void }} options
 */
export async function startEmbeddedPostgres(options) {
  const { dataFolder } = options;
  openDataFolder(dataFolder);
  const claim = await claimDataFolder(dataFolder);
  try {
    const server = await startServer(options);
    return {
      ...server,
      async stop(signal) {
        await server.stop(signal);
        claim.release();
      },
      async remove() {
        await server.stop('SIGQUIT');
        removePostgresHome(dataFolder);
        claim.release();
      },
    };
  } catch (error) {
    claim.release();
    throw dataFolderProblem(error, dataFolder);
  }
}

async function claimDataFolder(dataFolder) {
  let claim;
  try {
    claim = await claimFolder(join(dataFolder, 'in-use'));
  } catch (error) {
    throw dataFolderProblem(error, dataFolder);
  }
  if (claim.release) return claim;
  throw new Problem(
    `The data folder ${dataFolder} is in use by process ${claim.heldBy}. Stop that one, or set another DATA_DIR.`,
  );
}

async function startServer(options) {
  const { passwords, ...parameters } = await prepareServer(options);
  const server = new SupervisedServer(parameters, options.onUnexpectedEnd);
  await server.start();
  const urlOf = (role, password, database) =>
    `postgresql://${role}:${password}@127.0.0.1:${server.port}/${database}`;
  const superuserUrl = urlOf(superuser, passwords.superuser, 'postgres');
  try {
    await openDatabase(superuserUrl, passwords.application);
  } catch (error) {
    await server.stop('SIGQUIT');
    throw error;
  }
  return {
    /** For Cloudfair itself: a role that owns its database and nothing else. */
    url: urlOf(applicationRole, passwords.application, applicationRole),
    superuserUrl,
    pid: () => server.pid,
    /** SIGINT: sessions end, a checkpoint is written. SIGQUIT: like a crash. */
    stop: (signal = 'SIGINT') => server.stop(signal),
    /** On the same port, so that connection pools find it again. */
    restart: () => server.start(),
  };
}

async function prepareServer(options) {
  const { dataFolder, durable = true, quiet = false, maxConnections = 100 } = options;
  const binaries = await postgresBinaries(await postgresAccount());
  const home = await openPostgresHome(dataFolder);
  const clusterOptions = { dataFolder, durable, quiet };
  const { cluster, passwords } = await openCluster(home, binaries, clusterOptions);
  await stopOrphan(cluster);
  const settings = {
    ...serverSettings,
    ...(durable ? {} : throwAwaySettings),
    max_connections: maxConnections,
  };
  const log = join(dataFolder, 'database.log');
  return { account: home.account, binaries, cluster, log, settings, passwords };
}

/** Knows an end that was asked for from one that was not. */
class SupervisedServer {
  port;
  #parameters;
  #onUnexpectedEnd;
  #server;

  constructor(parameters, onUnexpectedEnd = () => undefined) {
    this.#parameters = parameters;
    this.#onUnexpectedEnd = onUnexpectedEnd;
  }

  get pid() {
    return this.#server?.pid;
  }

  async start() {
    const { port, server } = await startOnFreePort(this.#parameters, this.port);
    this.port = port;
    this.#server = server;
    void server.ended.then(() => {
      if (this.#server === server) this.#onUnexpectedEnd();
    });
  }

  async stop(signal) {
    const server = this.#server;
    this.#server = null;
    await server?.stop(signal);
  }
}

async function startOnFreePort(parameters, wantedPort) {
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await freePort());
    try {
      return { port, server: await startPostmaster({ ...parameters, port }) };
    } catch (error) {
      if (attempt === 20 || !(error.portTaken || error.stillInUse)) throw error;
      await sleep(500);
    }
  }
}

async function openDatabase(superuserUrl, password) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuserUrl });
  try {
    await client.connect();
    const exists = (table, column) =>
      client.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [applicationRole]);
    if ((await exists('pg_roles', 'rolname')).rowCount === 0) {
      await client.query(`CREATE ROLE ${applicationRole} LOGIN PASSWORD '${password}'`);
    }
    if ((await exists('pg_database', 'datname')).rowCount === 0) {
      await client.query(`CREATE DATABASE ${applicationRole} OWNER ${applicationRole}`);
    }
  } catch (error) {
    throw new Problem(`The database does not answer as it should: ${error.message}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The address of the database that a running Cloudfair uses in this data folder, or null.
 * Only the user who started it can read the password.
 */
export async function addressOfRunning(dataFolder) {
  const server = await runningServer(join(dataFolder, 'postgres', 'cluster'));
  if (!server) return null;
  const { application } = readPasswords(dataFolder);
  return `postgresql://${applicationRole}:${application}@127.0.0.1:${server.port}/${applicationRole}`;
}
