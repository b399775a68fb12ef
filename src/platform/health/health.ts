import { Injectable } from '@nestjs/common';
import { migrations } from '../../../migrations/index.js';
import { Database } from '../database/database.js';

export interface HealthReport {
  readonly ready: boolean;
  readonly database: 'up' | 'down';
  readonly migrations: 'current' | 'pending' | 'unknown';
  readonly draining: boolean;
  /**
   * `late` means that no canary came through the queue for half a minute. It does not take
   * the API out of service: accepting applications needs Postgres only.
   */
  readonly queue: {
    readonly state: 'working' | 'late' | 'unknown';
    readonly ageSeconds: number | null;
  };
}

const lateAfterSeconds = 30;

/** Whether this process should get requests, and whether accepted work is being done. */
@Injectable()
export class Health {
  private draining = false;

  constructor(private readonly database: Database) {}

  get isDraining(): boolean {
    return this.draining;
  }

  startDraining(): void {
    this.draining = true;
  }

  async report(): Promise<HealthReport> {
    try {
      const [row] = await this.database.query<{ newest: string; age: number | null }>(
        `SELECT (SELECT name FROM schema_migration ORDER BY timestamp DESC LIMIT 1) AS newest,
                (SELECT extract(epoch FROM now() - max(sent_at))::float8
                 FROM queue_canary WHERE arrived_at IS NOT NULL) AS age`,
      );
      const current = row?.newest === migrations.at(-1)?.name;
      return {
        ready: current && !this.draining,
        database: 'up',
        migrations: current ? 'current' : 'pending',
        draining: this.draining,
        queue: queueState(row?.age ?? null),
      };
    } catch {
      return {
        ready: false,
        database: 'down',
        migrations: 'unknown',
        draining: this.draining,
        queue: queueState(null),
      };
    }
  }
}

function queueState(ageSeconds: number | null): HealthReport['queue'] {
  if (ageSeconds === null) return { state: 'unknown', ageSeconds };
  return { state: ageSeconds > lateAfterSeconds ? 'late' : 'working', ageSeconds };
}
