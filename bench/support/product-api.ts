import type { BenchContext } from './bench-context.js';

/** The environment in which a bench runs the product: its engines, a free port, silence. */
export function productEnvironment(
  { redisUrl, dataFolder }: BenchContext,
  { databaseUrl, authSecret }: { databaseUrl: string; authSecret: string },
) {
  return {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    AUTH_SECRET: authSecret,
    DATA_DIR: dataFolder,
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: 'http://127.0.0.1',
    API_DOCS: 'off',
    LOG_LEVEL: 'silent',
    WORKERS: 'external',
  };
}
