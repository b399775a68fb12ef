import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slowStep } from './progress.mjs';
import { importBuilt } from './project.mjs';

const addressNames = ['fairUrl', 'sessionUrl', 'wallUrl'];

/**
 * Creates the demo on the first start and remembers it in the data folder. Addresses are kept
 * without host and port, which may differ at the next start.
 *
 * @returns {Promise<{ accounts: { role: string, email: string, password: string }[],
 *   fairUrl: string, sessionUrl: string, wallUrl: string }>}
 */
export async function createDemoOnce(api, { dataFolder, databaseUrl }, address) {
  const file = join(dataFolder, 'demo.json');
  const database = databaseUrl ? fingerprint(databaseUrl) : 'embedded';
  const known = read(file);
  if (known?.database === database) return known.demo;
  const { createDemo } = await importBuilt('scripts/demo.js');
  const created = await slowStep('Creating a demo fair (once)', () => createDemo(api));
  const demo = { ...created };
  for (const name of addressNames) {
    const { pathname, search } = new URL(created[name], address);
    demo[name] = pathname + search;
  }
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ database, demo }, null, 2), { mode: 0o600 });
  return demo;
}

/** Tells databases apart without keeping the password of one. */
function fingerprint(databaseUrl) {
  const { host, pathname } = new URL(databaseUrl);
  return createHash('sha256')
    .update(host + pathname)
    .digest('hex')
    .slice(0, 16);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
