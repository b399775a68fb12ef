import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handOver } from './postgres-account.mjs';
import { Problem } from './problem.mjs';
import { slowStep } from './progress.mjs';
import { lastLine, runCommand } from './run-command.mjs';

/** The role that owns everything, and the one that Cloudfair uses, which is no superuser. */
export const superuser = 'postgres';
export const applicationRole = 'cloudfair';

/**
 * Creates the cluster unless it is there. It appears under its name only when it is whole.
 *
 * @returns {Promise<{ cluster: string, passwords: { superuser: string, application: string } }>}
 */
export async function openCluster(home, binaries, { dataFolder, durable, quiet }) {
  const cluster = join(home.folder, 'cluster');
  if (existsSync(cluster)) return { cluster, passwords: readPasswords(dataFolder) };
  const passwords = { superuser: newPassword(), application: newPassword() };
  writeFileSync(passwordFileOf(dataFolder), JSON.stringify(passwords), { mode: 0o600 });
  const create = () => createCluster(home, binaries, { durable, password: passwords.superuser });
  await (quiet ? create() : slowStep('Creating the database', create));
  renameSync(`${cluster}.new`, cluster);
  return { cluster, passwords };
}

async function createCluster({ folder, account }, binaries, { durable, password }) {
  const target = join(folder, 'cluster.new');
  const passwordFile = join(folder, 'password.new');
  rmSync(target, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600, flag: 'wx' });
  handOver(passwordFile, account);
  try {
    const { code, output } = await runCommand(
      join(binaries, 'initdb'),
      initialSettings(target, passwordFile, durable),
      { account, cwd: '/', env: { PATH: process.env.PATH, TZ: 'UTC' } },
    );
    if (code !== 0) {
      const reason = lastLine(output, /error|fatal/i) || lastLine(output);
      throw new Problem(`The database could not be created: ${reason}`);
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** One sort order on every machine; the character classes make trigrams of Chinese text possible. */
function initialSettings(target, passwordFile, durable) {
  const characters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  return [
    `--pgdata=${target}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${characters}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

const passwordFileOf = (dataFolder) => join(dataFolder, 'database-passwords.json');

/** @throws Problem when the user may not read them, or they are gone */
export function readPasswords(dataFolder) {
  const file = passwordFileOf(dataFolder);
  try {
    const { superuser: first, application } = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof first === 'string' && typeof application === 'string') {
      return { superuser: first, application };
    }
  } catch {
    // Told below, like a file with the wrong content.
  }
  throw new Problem(
    `The passwords of the database are lost (${file}). Restore it, or set another DATA_DIR.`,
  );
}

const newPassword = () => randomBytes(24).toString('hex');
