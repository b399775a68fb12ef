import type { FigureSet, Scope } from '../statistics.rules.js';

/** A wall that looks unchanged for this long gets a frame anyway, so that it knows it is live. */
const heartbeat = 10_000;
const freshFor = 1_000;

/** The newest figures of one wall in this process, and when they were last sent. */
export class WallPicture {
  private newest: { readonly set: FigureSet; readonly beganAt: number } | null = null;
  private asked: Promise<FigureSet> | null = null;
  private sent: { readonly text: string; readonly at: number } | null = null;

  constructor(
    readonly scope: Scope,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Figures of at most a second ago; `take` runs once for all who ask meanwhile. */
  async present(take: () => Promise<FigureSet>): Promise<FigureSet> {
    if (this.newest && this.now() - this.newest.beganAt < freshFor) return this.newest.set;
    this.asked ??= this.ask(take);
    return this.asked;
  }

  /** @returns the frame to send, or nothing when it would say what the last one said */
  frame(set: FigureSet, beganAt: number): FigureSet | undefined {
    const kept = this.keep(set, beganAt);
    const text = JSON.stringify(kept.figures);
    const now = this.now();
    if (this.sent?.text === text && now - this.sent.at < heartbeat) return undefined;
    this.sent = { text, at: now };
    return kept;
  }

  private async ask(take: () => Promise<FigureSet>): Promise<FigureSet> {
    try {
      const beganAt = this.now();
      return this.keep(await take(), beganAt);
    } finally {
      this.asked = null;
    }
  }

  /**
   * Two takes can overtake each other: the one that began later wins. Time never goes back, also
   * when the database's clock does, because screens keep what is newest.
   */
  private keep(set: FigureSet, beganAt: number): FigureSet {
    const known = this.newest;
    if (known && known.beganAt > beganAt) return known.set;
    const earliest = known ? known.set.takenAt.getTime() + 1 : 0;
    const takenAt = new Date(Math.max(earliest, set.takenAt.getTime()));
    const kept = { ...set, takenAt };
    this.newest = { set: kept, beganAt };
    return kept;
  }
}
