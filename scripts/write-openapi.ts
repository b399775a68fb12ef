import { writeFile } from 'node:fs/promises';
import 'reflect-metadata';
import { createApi } from '../src/main.js';
import { AUTHENTICATION, describeAuthentication } from '../src/modules/identity/index.js';
import type { Authentication } from '../src/modules/identity/index.js';
import { loadConfig } from '../src/platform/config/config.js';
import { createOpenApi } from '../src/platform/http/documentation.js';

/** Writes the contract of the built server to a file; `npm run openapi` commits it. */
export async function writeOpenApi(databaseUrl: string, file: string): Promise<void> {
  const config = loadConfig({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', API_DOCS: 'off' });
  const app = await createApi({ ...config, workers: 'external' });
  try {
    await app.init();
    const others = await describeAuthentication(app.get<Authentication>(AUTHENTICATION));
    await writeFile(file, `${JSON.stringify(createOpenApi(app, others), null, 2)}\n`);
  } finally {
    await app.close();
  }
}
