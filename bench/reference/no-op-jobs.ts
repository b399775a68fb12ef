/** One BullMQ job per application that does nothing: the floor of what "a job each" costs. */
import { Queue, Worker } from 'bullmq';
import type { ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';

const name = 'no-op';
const bulk = 500;
const concurrency = 50;

export class NoOpJobs {
  private readonly queue: Queue;
  private readonly worker: Worker;
  private readonly done = new Set<string>();
  private waiting: { jobs: number; resolve: () => void } | undefined;

  constructor(private readonly redisUrl: string) {
    this.queue = new Queue(name, { connection: this.connect() });
    this.worker = new Worker(name, () => Promise.resolve(), {
      connection: this.connect(),
      concurrency,
    });
    this.worker.on('completed', (job) => {
      this.done.add(String(job.id));
      if (this.done.size === this.waiting?.jobs) this.waiting.resolve();
    });
  }

  /** Adds the jobs in the cheapest way there is and waits until all jobs so far are completed. */
  async run(jobs: number): Promise<void> {
    const total = this.done.size + jobs;
    const allDone = new Promise<void>((resolve) => (this.waiting = { jobs: total, resolve }));
    for (let added = 0; added < jobs; added += bulk) {
      const size = Math.min(bulk, jobs - added);
      await this.queue.addBulk(
        Array.from({ length: size }, (_, index) => ({
          name,
          data: { applicationId: `${total}-${added + index}` },
          opts: { removeOnComplete: true },
        })),
      );
    }
    await allDone;
  }

  private connect(): ConnectionOptions {
    return new Redis(this.redisUrl, { maxRetriesPerRequest: null }) as unknown as ConnectionOptions;
  }
}
