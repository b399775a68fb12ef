import { createPostgresBackend, withBackend } from 'bullmq';
import pg from 'pg';
import { createDataSource } from './data-source.js';

const PostgresQueue = withBackend(createPostgresBackend);

/** Any number, as long as every process of every version uses the same. */
const migrationLock = 7_301_001;

/**
 * Brings a database to this version; several processes may call it at once.
 *
 * @returns the names of the migrations that ran
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  return holdingLock(databaseUrl, async () => {
    const dataSource = await createDataSource({ databaseUrl, poolSize: 4 }).initialize();
    try {
      const done = await dataSource.runMigrations({ transaction: 'each' });
      await migrateQueue(databaseUrl);
      return done.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  });
}

/** Takes the newest `steps` migrations back, the newest first. */
export async function migrateDown(databaseUrl: string, steps: number): Promise<void> {
  await holdingLock(databaseUrl, async () => {
    const dataSource = await createDataSource({ databaseUrl, poolSize: 4 }).initialize();
    try {
      for (let step = 0; step < steps; step += 1) {
        await dataSource.undoLastMigration({ transaction: 'each' });
      }
    } finally {
      await dataSource.destroy();
    }
  });
}

async function holdingLock<Result>(
  databaseUrl: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    return await work();
  } finally {
    await client.end();
  }
}

/** BullMQ keeps its own schema and its own migrations beside ours. */
async function migrateQueue(databaseUrl: string): Promise<void> {
  const queue = new PostgresQueue.Queue('schema', {
    connection: { connectionString: databaseUrl, migrate: true, max: 2 },
  });
  await queue.waitUntilReady();
  await queue.close();
}
