import { readdirSync, readFileSync } from 'node:fs';

/** Seconds in a clock tick of /proc: `getconf CLK_TCK` is 100 on every Linux that Node runs on. */
const secondsPerTick = 0.01;
const sampleEvery = 500;

export interface CpuSeconds {
  /** `null` where the process is not on this machine, or the machine has no /proc. */
  readonly server: number | null;
  readonly postgres: number | null;
  readonly load: number;
}

export interface PeakMegabytes {
  readonly server: number | null;
  readonly postgres: number | null;
}

export interface MeteredProcesses {
  readonly server: number;
  readonly postmaster: number | null;
  /** Children of this process that make load. */
  readonly loadChildren: () => readonly number[];
}

/** Tells the server, PostgreSQL and the load generator apart: what each spends and holds. */
export class ProcessMeter {
  private postgresPeak: number | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly processes: MeteredProcesses) {
    this.timer = setInterval(() => this.samplePostgres(), sampleEvery);
    this.timer.unref();
  }

  cpu(): CpuSeconds {
    const { user, system } = process.cpuUsage();
    const children = this.processes.loadChildren().map((id) => processTimes(id)?.self ?? 0);
    const server = processTimes(this.processes.server);
    return {
      server: server ? server.self * secondsPerTick : null,
      postgres: this.postgresCpu(),
      load:
        (user + system) / 1e6 + children.reduce((sum, ticks) => sum + ticks * secondsPerTick, 0),
    };
  }

  peak(): PeakMegabytes {
    this.samplePostgres();
    const highWater = memoryOf(this.processes.server)?.VmHWM;
    return {
      server: highWater === undefined ? null : highWater / 1024,
      postgres: this.postgresPeak === null ? null : this.postgresPeak / 1024,
    };
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Living backends and, in the postmaster's own line, those that it has already buried. */
  private postgresCpu(): number | null {
    const postmaster = this.processes.postmaster && processTimes(this.processes.postmaster);
    if (!postmaster) return null;
    const living = this.backends().map((id) => processTimes(id)?.self ?? 0);
    const ticks = living.reduce((sum, own) => sum + own, postmaster.self + postmaster.buried);
    return ticks * secondsPerTick;
  }

  /** Private memory of all backends, and the shared buffers once. */
  private samplePostgres(): void {
    const { postmaster } = this.processes;
    if (!postmaster) return;
    const memories = [postmaster, ...this.backends()].map(memoryOf).filter((one) => one !== null);
    if (memories.length === 0) return;
    const own = memories.reduce((sum, memory) => sum + (memory.RssAnon ?? 0), 0);
    const shared = Math.max(...memories.map((memory) => memory.RssShmem ?? 0));
    this.postgresPeak = Math.max(this.postgresPeak ?? 0, own + shared);
  }

  private backends(): number[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((id) => processTimes(id)?.parent === this.processes.postmaster);
  }
}

function processTimes(id: number): { parent: number; self: number; buried: number } | null {
  try {
    const line = readFileSync(`/proc/${id}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const field = (index: number): number => Number(fields[index]);
    return { parent: field(1), self: field(11) + field(12), buried: field(13) + field(14) };
  } catch {
    return null;
  }
}

/** Kilobytes by their names in /proc. */
function memoryOf(id: number): Readonly<Record<string, number>> | null {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const sizes = [...status.matchAll(/^(\w+):\s+(\d+) kB$/gm)];
    return Object.fromEntries(sizes.map(([, name, size]) => [name, Number(size)]));
  } catch {
    return null;
  }
}
