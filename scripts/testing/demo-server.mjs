import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { freePort } from '../runtime/free-port.mjs';
import { importBuilt } from '../runtime/project.mjs';
import { temporaryFolder } from '../runtime/temporary-folder.mjs';

/**
 * The built server with demo data, on a database of its own, at an address that it knows itself:
 * a browser is refused where the address of the page is not the server's.
 *
 * @returns {Promise<{ environment: { BASE_URL: string, DEMO: string }, stop: () => Promise<void> }>}
 */
export async function startDemoServer(superuserUrl) {
  const databaseUrl = await createDatabase(superuserUrl);
  const { migrate } = await importBuilt('src/platform/database/migrate.js');
  await migrate(databaseUrl);
  const folder = temporaryFolder('browser');
  const { startApi } = await importBuilt('src/main.js');
  const api = await startApi({
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    LOG_LEVEL: 'error',
    AUTH_SECRET: randomBytes(32).toString('hex'),
  });
  const { createDemo } = await importBuilt('scripts/demo.js');
  const demo = await createDemo(api);
  return {
    environment: { BASE_URL: api.url, DEMO: JSON.stringify(demo) },
    stop: async () => {
      await api.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createDatabase(superuserUrl) {
  const { default: pg } = await import('pg');
  const name = `browser_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${name}`);
  } finally {
    await client.end();
  }
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
}
