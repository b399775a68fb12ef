import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process number alone is reused sooner or later. Together with the boot and the start time it
 * names one process for ever.
 *
 * @returns {string | null} null when no such process runs
 */
export function identityOf(pid) {
  if (!isRunning(pid)) return null;
  return [bootIdentity(), pid, startTime(pid)].join('-');
}

/** The process number within an identity. */
export function pidOf(identity) {
  return Number(identity.split('-')[1]);
}

/** A process that ended but was not collected by its parent counts as ended. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  return linuxStatus(pid)?.state !== 'Z';
}

function bootIdentity() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
  } catch {
    return 'boot';
  }
}

function startTime(pid) {
  const status = linuxStatus(pid);
  if (status) return status.started;
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return String(Date.parse(started));
  } catch {
    return 'unknown';
  }
}

function linuxStatus(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], started: fields[19] };
  } catch {
    return null;
  }
}
