import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';
import type { BulkJobOptions, ConnectionOptions, Job } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Config } from '../config/config.js';

const PostgresBacked = withBackend(createPostgresBackend);
const queueName = 'facts';
const concurrency = 4;
const longestAdd = 5_000;
const workerPause = 1_000;
/** Fewer jobs go one by one to Postgres: its bulk function makes two tables, 6 to 10 ms where a job costs one. */
const fewestInBulk = 8;

const workerSettings = {
  autorun: false,
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

/** Opens the producing side. Its `addBulk` rejects within seconds when the store is away. */
export function openQueue<Data>(config: Config, logger: Logger): QueueHandle<Data> {
  return config.redisUrl
    ? new RenewedQueue<Data>(redisStore(config.redisUrl, config.queuePrefix), logger)
    : new RenewedQueue<Data>(postgresStore(config.databaseUrl), logger);
}

/** Where jobs are kept. */
interface Store<Data> {
  /** False when it is known to be away. */
  readonly isReady: () => boolean;
  readonly open: () => Queue<Data>;
  readonly add: (queue: Queue<Data>, jobs: SliceJob<Data>[]) => Promise<unknown>;
  readonly close: () => void;
}

/**
 * BullMQ prepares a queue on its first connection and never again if that fails, so a
 * queue is made only when it is needed and made anew after a failure.
 */
class RenewedQueue<Data> implements QueueHandle<Data> {
  private queue: Queue<Data> | null = null;

  constructor(
    private readonly store: Store<Data>,
    private readonly logger: Logger,
  ) {}

  async addBulk(jobs: SliceJob<Data>[]): Promise<void> {
    if (!this.store.isReady()) throw new QueueAway();
    const queue = (this.queue ??= this.open());
    try {
      await Promise.race([this.store.add(queue, jobs), refuseAfter(longestAdd)]);
    } catch (error) {
      this.queue = null;
      void queue.close().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.queue?.close().catch(() => undefined);
    this.store.close();
  }

  private open(): Queue<Data> {
    const queue = this.store.open();
    queue.on('error', (error: Error) => {
      this.logger.warn({ fault: error.name }, 'queue is disturbed');
    });
    return queue;
  }
}

function redisStore<Data>(url: string, prefix: string): Store<Data> {
  const redis = connectRedis(url, { failFast: true });
  const connection = redis as unknown as ConnectionOptions;
  return {
    isReady: () => redis.status === 'ready',
    open: () => new Queue<Data>(queueName, { connection, prefix }),
    add: (queue, jobs) => queue.addBulk(jobs as never),
    close: () => redis.disconnect(),
  };
}

function postgresStore<Data>(connectionString: string): Store<Data> {
  return {
    isReady: () => true,
    open: () => {
      const connection = { connectionString, max: 2 };
      // Of another backend, and otherwise the same.
      return new PostgresBacked.Queue<Data>(queueName, { connection }) as unknown as Queue<Data>;
    },
    add: (queue, jobs) =>
      jobs.length < fewestInBulk
        ? Promise.all(
            jobs.map(({ name, data, opts }) => queue.add(name as never, data as never, opts)),
          )
        : queue.addBulk(jobs as never),
    close: () => undefined,
  };
}

class QueueAway extends Error {
  override readonly name = 'QueueAway';
}

async function refuseAfter(milliseconds: number): Promise<never> {
  await timeout(milliseconds);
  throw new QueueAway();
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
  const worker = new RenewedWorker(opened.open, logger);
  return {
    close: async (milliseconds) => {
      // BullMQ waits for running jobs without a limit of its own; past ours the job stalls and repeats.
      const graceful = worker.close(false);
      await Promise.race([graceful.catch(() => undefined), timeout(milliseconds)]);
      await Promise.race([worker.close(true).catch(() => undefined), timeout(1_000)]);
      opened.disconnect();
    },
  };
}

/**
 * A worker whose first connection fails never works, and may turn round so fast that nothing else in
 * the process runs: it starts to work only once it is connected, and until then is made anew.
 */
class RenewedWorker<Data> {
  private worker: Worker<Data> | null = null;
  private isClosing = false;

  constructor(
    private readonly open: () => Worker<Data>,
    private readonly logger: Logger,
  ) {
    void this.start();
  }

  async close(isForced: boolean): Promise<void> {
    this.isClosing = true;
    await this.worker?.close(isForced);
  }

  private async start(): Promise<void> {
    while (!this.isClosing) {
      const worker = this.open();
      worker.on('error', (error: Error) => {
        this.logger.warn({ fault: error.name }, 'queue worker is disturbed');
      });
      this.worker = worker;
      try {
        await worker.waitUntilReady();
        if (!this.isClosing) await worker.run();
        return;
      } catch {
        void worker.close(true).catch(() => undefined);
      }
      await timeout(workerPause);
    }
  }
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
  return {
    open: () =>
      new Worker<Data>(queueName, handle, { ...settings, connection, prefix: config.queuePrefix }),
    disconnect: () => redis.disconnect(),
  };
}

function openPostgresWorker<Data>(
  config: Config,
  settings: WorkerSettings,
  handle: (job: Job<Data>) => Promise<void>,
) {
  const connection = { connectionString: config.databaseUrl, max: concurrency + 1 };
  return {
    open: () => {
      const options = { ...settings, connection };
      return new PostgresBacked.Worker<Data>(
        queueName,
        handle as never,
        options,
      ) as unknown as Worker<Data>;
    },
    disconnect: () => undefined,
  };
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
