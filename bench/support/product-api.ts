import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The environment in which a bench runs the product: its engines, a free port, silence. */
export function productEnvironment(
  fixture: { databaseUrl: string; authSecret: string },
  redisUrl: string,
) {
  return {
    DATABASE_URL: fixture.databaseUrl,
    REDIS_URL: redisUrl,
    AUTH_SECRET: fixture.authSecret,
    DATA_DIR: mkdtempSync(join(tmpdir(), 'cloudfair-bench-data-')),
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: 'http://127.0.0.1',
    API_DOCS: 'off',
    LOG_LEVEL: 'silent',
    WORKERS: 'external',
  };
}
