import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { contentHash } from './content-hash.mjs';
import { Problem } from './problem.mjs';
import { slowStep } from './progress.mjs';
import { inProject, projectFolder } from './project.mjs';
import { lastLine, runCommand } from './run-command.mjs';

const stampFile = inProject('node_modules', '.cloudfair-installed');

export const packagesAreInstalled = () => read(stampFile) === wantedStamp();

/** Installs exactly the lockfile when it differs from what was installed last. */
export async function installPackages() {
  if (packagesAreInstalled()) return;
  if (!installedByHand()) {
    rmSync(stampFile, { force: true });
    await slowStep('Installing packages (once, about a minute)', install);
  }
  writeFileSync(stampFile, wantedStamp());
}

const wantedStamp = () => contentHash(projectFolder, ['package-lock.json']);

/**
 * Packages need no install scripts of their own here: no foreign code runs before the server.
 * A registry that lacks packages of other platforms makes `npm ci` refuse a lockfile that is right
 * for this one; `npm install` is content with it.
 */
async function install() {
  const exact = await npm(['ci']);
  if (exact.code === 0) return;
  const { code, output } = /in sync/.test(exact.output)
    ? await npm(['install', '--no-save'])
    : exact;
  if (code === 0) return;
  const log = inProject('dist', 'install.log');
  writeFileSync(log, output);
  const reason = firstReason(output) || lastLine(output);
  throw new Problem(`Packages could not be installed: ${reason} (all of it: ${log})`);
}

function npm(command) {
  const program = process.env.npm_execpath;
  const parameters = [...command, '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  return program?.endsWith('.js')
    ? runCommand(process.execPath, [program, ...parameters], { cwd: projectFolder })
    : runCommand('npm', parameters, { cwd: projectFolder });
}

function firstReason(output) {
  const told = output.split('\n').filter((line) => /^npm error (?!code |\s*$)\S/.test(line));
  return told[0]?.replace(/^npm error /, '').trim();
}

/** Whoever ran `npm install` need not wait for the same packages again. */
function installedByHand() {
  const wanted = lockedVersions(read(inProject('package-lock.json')));
  const present = lockedVersions(read(inProject('node_modules', '.package-lock.json')));
  return wanted.size > 0 && [...wanted].every(([name, version]) => present.get(name) === version);
}

function lockedVersions(lockfile) {
  const packages = Object.entries(lockfile ? JSON.parse(lockfile).packages : {});
  return new Map(
    packages
      .filter(
        ([name, entry]) => name !== '' && !entry.optional && !entry.devOptional && !entry.link,
      )
      .map(([name, entry]) => [name, entry.version]),
  );
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
