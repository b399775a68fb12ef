import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { slowStep } from './progress.mjs';
import { lastLine, runCommand } from './run-command.mjs';

/**
 * A program that is on the path, or that apt can bring there.
 *
 * @returns {Promise<{ path: string } | { missing: string }>} `missing` says why, in one line
 */
export async function findOrInstall(programs, packages) {
  const present = firstOnPath(programs);
  if (present) return { path: present };
  const refusal = whyNotApt();
  if (refusal) return { missing: `${programs[0]} is not installed, and ${refusal}` };
  const failure = await installPackages(packages);
  const installed = firstOnPath(programs);
  if (installed) return { path: installed };
  return { missing: `${programs[0]} is not installed, and apt-get says: ${failure || 'nothing'}` };
}

/** Brings packages that are good to have; without them things still run. */
export async function installWhenPossible(packages) {
  const { code } = await runCommand('dpkg-query', ['--show', ...packages]);
  if (code === 1 && !whyNotApt()) await installPackages(packages);
}

async function installPackages(packages) {
  return slowStep(`Installing ${packages.join(' and ')} with apt-get`, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // Another installation may be under way.
    const patient = ['-o', 'DPkg::Lock::Timeout=300'];
    const install = [...patient, 'install', '--yes', '--no-install-recommends', ...packages];
    await runCommand('apt-get', [...patient, 'update', '--quiet'], { env });
    const { code, output } = await runCommand('apt-get', install, { env });
    return code === 0 ? '' : lastLine(output, /^E: /) || lastLine(output);
  });
}

function whyNotApt() {
  if (!firstOnPath(['apt-get'])) return 'this is not a Debian system with apt-get';
  if (!/^ID(_LIKE)?=.*debian/m.test(systemDescription())) return 'this is not a Debian system';
  return process.getuid() === 0 ? null : 'only root can install it with apt-get';
}

function systemDescription() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

function firstOnPath(programs) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];
  const candidates = programs.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
