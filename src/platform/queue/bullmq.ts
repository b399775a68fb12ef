import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import type { BulkJobOptions, ConnectionOptions, Job } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';

const PostgresBacked = withBackend(createPostgresBackend);
const queueName = 'facts';
const concurrency = 4;
const longestAdd = 3_000;
/** Fewer jobs go one by one to Postgres: its bulk function makes two tables, 6 to 10 ms where a job costs one. */
const fewestInBulk = 8;

const workerSettings = {
  concurrency,
  lockDuration: 10_000,
  stalledInterval: 5_000,
  removeOnComplete: { count: 0 },
} as const;

export interface QueueHandle<Data> {
  addBulk(jobs: SliceJob<Data>[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface WorkerHandle {
  close(milliseconds: number): Promise<void>;
}

type SliceJob<Data> = { name: string; data: Data; opts: BulkJobOptions };

/** Opens the producing side. Its `addBulk` rejects within a second when the store is away. */
export function openQueue<Data>(config: Config, logger: Logger): QueueHandle<Data> {
  return config.redisUrl
    ? new RedisQueue<Data>(config.redisUrl, config.queuePrefix, logger)
    : openPostgresQueue<Data>(config, logger);
}

/**
 * BullMQ prepares a queue on its first connection and never again if that fails, so a
 * queue is made only once Redis answers and made anew after a failure.
 */
class RedisQueue<Data> implements QueueHandle<Data> {
  private readonly redis: Redis;
  private queue: Queue<Data> | null = null;

  constructor(
    url: string,
    private readonly prefix: string,
    private readonly logger: Logger,
  ) {
    this.redis = connectRedis(url, { failFast: true });
  }

  async addBulk(jobs: SliceJob<Data>[]): Promise<void> {
    if (this.redis.status !== 'ready') throw new QueueAway();
    const queue = (this.queue ??= this.open());
    try {
      await Promise.race([queue.addBulk(jobs as never), refuseAfter(longestAdd)]);
    } catch (error) {
      this.queue = null;
      void queue.close().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.queue?.close().catch(() => undefined);
    this.redis.disconnect();
  }

  private open(): Queue<Data> {
    const connection = this.redis as unknown as ConnectionOptions;
    const queue = new Queue<Data>(queueName, { connection, prefix: this.prefix });
    queue.on('error', (error: Error) => {
      this.logger.warn({ fault: error.name }, 'queue is disturbed');
    });
    return queue;
  }
}

class QueueAway extends Error {
  override readonly name = 'QueueAway';
}

async function refuseAfter(milliseconds: number): Promise<never> {
  await timeout(milliseconds);
  throw new QueueAway();
}

function openPostgresQueue<Data>(config: Config, logger: Logger): QueueHandle<Data> {
  const queue = new PostgresBacked.Queue<Data>(queueName, {
    connection: { connectionString: config.databaseUrl, max: 2 },
  });
  queue.on('error', (error: Error) => {
    logger.warn({ fault: error.name }, 'queue is disturbed');
  });
  return {
    addBulk: (jobs) =>
      jobs.length < fewestInBulk
        ? Promise.all(
            jobs.map(({ name, data, opts }) => queue.add(name as never, data as never, opts)),
          )
        : queue.addBulk(jobs as never),
    close: () => queue.close().catch(() => undefined),
  };
}

/**
 * Opens the working side.
 *
 * @param attempts how often a slice may stall before BullMQ calls it failed
 */
export function openWorker<Data>(
  config: Config,
  logger: Logger,
  attempts: number,
  run: (data: Data) => Promise<void>,
): WorkerHandle {
  const handle = async (job: Job<Data>): Promise<void> => run(job.data);
  const settings = { ...workerSettings, maxStalledCount: attempts };
  const opened = config.redisUrl
    ? openRedisWorker(config, config.redisUrl, settings, handle)
    : openPostgresWorker(config, settings, handle);
  opened.worker.on('error', (error: Error) => {
    logger.warn({ fault: error.name }, 'queue worker is disturbed');
  });
  return {
    close: async (milliseconds) => {
      // BullMQ waits for running jobs without a limit of its own; past ours the job stalls and repeats.
      const graceful = opened.worker.close();
      await Promise.race([graceful.catch(() => undefined), timeout(milliseconds)]);
      await Promise.race([opened.worker.close(true).catch(() => undefined), timeout(1_000)]);
      opened.disconnect();
    },
  };
}

type WorkerSettings = typeof workerSettings & { readonly maxStalledCount: number };

function openRedisWorker<Data>(
  config: Config,
  redisUrl: string,
  settings: WorkerSettings,
  handle: (job: Job<Data>) => Promise<void>,
) {
  const redis = connectRedis(redisUrl, { failFast: false });
  const connection = redis as unknown as ConnectionOptions;
  const worker = new Worker<Data>(queueName, handle, {
    ...settings,
    connection,
    prefix: config.queuePrefix,
  });
  return { worker, disconnect: () => redis.disconnect() };
}

function openPostgresWorker<Data>(
  config: Config,
  settings: WorkerSettings,
  handle: (job: Job<Data>) => Promise<void>,
) {
  const worker = new PostgresBacked.Worker<Data>(queueName, handle as never, {
    ...settings,
    connection: { connectionString: config.databaseUrl, max: concurrency + 1 },
  });
  return { worker, disconnect: () => undefined };
}

/**
 * A producer must learn at once that Redis is away (its default waits for ever);
 * a worker must wait for it to come back.
 */
function connectRedis(url: string, { failFast }: { failFast: boolean }): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: failFast ? 1 : null,
    enableOfflineQueue: !failFast,
    connectTimeout: 3_000,
    retryStrategy: (times) => Math.min(100 * times, 1_000),
  });
  redis.on('error', () => undefined);
  return redis;
}

async function timeout(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
