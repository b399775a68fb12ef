const width = 28;
const redrawEvery = 100;
const linesPerStage = 5;

/** A bar that redraws itself on a terminal; elsewhere a line now and then. On standard error. */
export class ProgressBar {
  private done = 0;
  private drawnAt = 0;
  private readonly begun = performance.now();

  constructor(
    private readonly label: string,
    private readonly total: number,
    private readonly out: NodeJS.WriteStream = process.stderr,
  ) {
    this.draw();
  }

  advance(by = 1): void {
    this.moveTo(this.done + by);
  }

  moveTo(done: number): void {
    const before = this.done;
    this.done = Math.min(done, this.total);
    if (this.done === before) return;
    if (this.out.isTTY) {
      if (this.done === this.total || performance.now() - this.drawnAt > redrawEvery) this.draw();
    } else if (this.step(this.done) > this.step(before)) {
      this.draw();
    }
  }

  /** Ends the bar, whatever it has reached. */
  finish(): void {
    if (this.out.isTTY) {
      this.draw();
      this.out.write('\n');
    }
  }

  private step(done: number): number {
    return Math.floor((done / this.total) * linesPerStage);
  }

  private draw(): void {
    this.drawnAt = performance.now();
    const share = this.total === 0 ? 1 : this.done / this.total;
    const seconds = ((this.drawnAt - this.begun) / 1_000).toFixed(0);
    const count = `${this.done.toLocaleString('en')} of ${this.total.toLocaleString('en')}`;
    const label = this.label.padEnd(24);
    if (!this.out.isTTY) {
      this.out.write(`${label} ${count} (${seconds} s)\n`);
      return;
    }
    const filled = Math.round(share * width);
    const bar = '█'.repeat(filled) + '░'.repeat(width - filled);
    this.out.write(`\r${label} ${bar} ${count}  ${seconds} s\u001b[K`);
  }
}
