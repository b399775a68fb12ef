import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.js';

// Counts and money in minor units stay below 2^53, so bigint columns read as numbers.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DataSourceSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly entities?: readonly (new () => object)[];
}

/** The limits make every wait end: a full pool, a lock, a runaway statement, a forgotten transaction. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.databaseUrl,
    entities: [...(settings.entities ?? [])],
    migrations: [...migrations],
    migrationsTableName: 'schema_migration',
    synchronize: false,
    logging: false,
    installExtensions: false,
    extra: {
      max: settings.poolSize,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      statement_timeout: 60_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 60_000,
      // Planning with JIT costs more than it saves on statements of a few milliseconds (measured).
      options: '-c jit=off',
    },
  });
}
