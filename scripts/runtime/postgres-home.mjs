import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { canEnter, handOver, postgresAccount } from './postgres-account.mjs';
import { makeSharedFolder, sharedFolder } from './postgres-binaries.mjs';
import { Problem } from './problem.mjs';

const majorVersion = '18';
const ownNames = ['cluster', 'cluster.new', 'password.new'];

/**
 * Where PostgreSQL keeps its files: `postgres/` in the data folder. When the account that it runs
 * as cannot get there, `postgres` is a link to a folder where it can.
 *
 * @returns {Promise<{ folder: string, account: { uid: number, gid: number } | null }>}
 */
export async function openPostgresHome(dataFolder) {
  const place = join(dataFolder, 'postgres');
  const status = lstatSync(place, { throwIfNoEntry: false });
  if (!status) return makeHome(place);
  const folder = resolveHome(place);
  requireOwnContent(folder);
  const account = await accountFor(folder);
  if (account && !(await canEnter(account, folder))) {
    return { folder: moveHome(folder, place), account };
  }
  return { folder, account };
}

/** Removes the cluster, wherever it stands. */
export function removePostgresHome(dataFolder) {
  const place = join(dataFolder, 'postgres');
  const folder = existsSync(place) ? realpathSync(place) : place;
  rmSync(folder, { recursive: true, force: true });
  rmSync(place, { recursive: true, force: true });
}

async function makeHome(place) {
  const account = await postgresAccount();
  mkdirSync(place, { mode: 0o700 });
  handOver(place, account);
  if (!account || (await canEnter(account, place))) return { folder: realpathSync(place), account };
  rmSync(place, { recursive: true });
  const folder = makeSharedHome();
  handOver(folder, account);
  symlinkSync(folder, place);
  return { folder, account };
}

function makeSharedHome() {
  makeSharedFolder();
  return mkdtempSync(join(sharedFolder, 'data-'));
}

function resolveHome(place) {
  let folder;
  try {
    folder = realpathSync(place);
  } catch {
    throw new Problem(
      `${place} leads to a folder that is gone. Restore it, or set another DATA_DIR.`,
    );
  }
  if (!statSync(folder).isDirectory()) {
    throw new Problem(`${place} is not a folder. Remove it, or set another DATA_DIR.`);
  }
  return folder;
}

/** The owner of the files keeps running the server; files that root copied here are handed over. */
async function accountFor(folder) {
  const { uid, gid } = statSync(folder);
  const self = process.getuid();
  if (self !== 0) {
    if (uid === self) return null;
    throw new Problem(
      `${folder} belongs to another user. Start as that user, or set another DATA_DIR.`,
    );
  }
  if (uid !== 0) return { uid, gid };
  const account = await postgresAccount();
  handOver(folder, account);
  return account;
}

/** Nothing that somebody else put here is touched. */
function requireOwnContent(folder) {
  const names = readFolder(folder);
  const foreign = names.find((name) => !ownNames.includes(name));
  if (foreign && !names.includes('cluster')) {
    throw new Problem(
      `${folder} holds something else than Cloudfair's database (${foreign}). Set another DATA_DIR.`,
    );
  }
  if (!names.includes('cluster')) return;
  const version = readVersion(join(folder, 'cluster'));
  if (version !== majorVersion) {
    throw new Problem(
      version && /^[\d.]{1,5}$/.test(version)
        ? `The database in ${folder} is of PostgreSQL ${version}, but this is PostgreSQL ${majorVersion}. Set another DATA_DIR.`
        : `The database in ${folder} is damaged (PG_VERSION). Restore it, or set another DATA_DIR.`,
    );
  }
  chmodSync(join(folder, 'cluster'), 0o700);
}

function readFolder(folder) {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new Problem(`${folder} cannot be read (${error.code}). Set another DATA_DIR.`);
  }
}

function readVersion(cluster) {
  try {
    return readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch {
    return null;
  }
}

/** The way to the files was closed after they were made: they move to where it is open. */
function moveHome(folder, place) {
  makeSharedFolder();
  const target = join(sharedFolder, `data-${randomBytes(6).toString('hex')}`);
  try {
    renameSync(folder, target);
  } catch (error) {
    if (error.code !== 'EXDEV') throw error;
    execFileSync('cp', ['-a', folder, target]);
    rmSync(folder, { recursive: true });
  }
  rmSync(place, { force: true });
  symlinkSync(target, place);
  return target;
}
