import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, pidOf } from './process-identity.mjs';

/**
 * Claims a folder for this process. Each claimant writes a file named after itself and then looks
 * for others: of two, at least one sees the other and steps back. A file of an ended process
 * may be removed by anybody, because nobody else will ever have that name; so a claim
 * cannot outlive its process.
 *
 * @returns {Promise<{ release: () => void } | { heldBy: number }>} `heldBy` is a process number
 */
export async function claimFolder(folder) {
  mkdirSync(folder, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const name = `${identityOf(process.pid)}-${randomBytes(4).toString('hex')}`;
    const file = join(folder, name);
    writeFileSync(file, '');
    const other = otherClaims(folder, name)[0];
    if (!other) return { release: () => rmSync(file, { force: true }) };
    rmSync(file, { force: true });
    if (attempt === 5) return { heldBy: pidOf(other) };
    await sleep(randomInt(10, 80));
  }
}

/** Waits until the folder is free; `onWait` is called once, with the holder, when it has to. */
export async function waitForFolder(folder, onWait) {
  let told = false;
  for (;;) {
    const claim = await claimFolder(folder);
    if (claim.release) return claim;
    if (!told) onWait(claim.heldBy);
    told = true;
    await sleep(200);
  }
}

function otherClaims(folder, own) {
  return readdirSync(folder).filter((name) => {
    if (name === own) return false;
    if (name.startsWith(`${identityOf(pidOf(name))}-`)) return true;
    rmSync(join(folder, name), { force: true });
    return false;
  });
}
