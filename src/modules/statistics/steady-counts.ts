interface SteadyCount {
  readonly counter: number;
  readonly value: number;
  readonly since: number;
}

/** After this long a count is taken afresh whatever its counter says, in milliseconds. */
const keptFor = 60_000;
const mostKept = 5_000;

/**
 * Expensive counts that can only change together with an exact counter: the people who applied
 * change with the applications, in one transaction. While the counter stands still, so do they.
 */
export class SteadyCounts {
  private readonly counts = new Map<string, SteadyCount>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  find(name: string, counter: number): number | undefined {
    const known = this.counts.get(name);
    if (!known || known.counter !== counter) return undefined;
    return this.now() - known.since > keptFor ? undefined : known.value;
  }

  keep(name: string, counter: number, value: number): void {
    if (this.counts.size >= mostKept) this.counts.clear();
    this.counts.set(name, { counter, value, since: this.now() });
  }
}
