/** How many of the newest frames are remembered to recognize them again. */
const remembered = 256;

interface Frame {
  readonly bytes: Buffer;
  readonly number: number;
  readonly content: FrameContent;
}

interface FrameContent {
  readonly from?: number;
  readonly to?: number;
}

/**
 * The frames of one event as many viewers get them. A room's frame is the same bytes for everybody, so
 * that each different one is read only once, however many viewers get it.
 */
export class FrameLog {
  /** Frames over all viewers. */
  received = 0;
  /** Events that a viewer missed between two frames. */
  gaps = 0;

  private readonly prefix: Buffer;
  private readonly frames: Frame[] = [];
  private readonly lastOfViewer: (Frame | undefined)[];
  private nextNumber = 0;

  constructor(event: string, viewers: number) {
    this.prefix = Buffer.from(`42["${event}",`);
    this.lastOfViewer = Array.from({ length: viewers });
  }

  /** Whether the message is one of this event. */
  take(viewer: number, payload: Buffer): boolean {
    if (!payload.subarray(0, this.prefix.length).equals(this.prefix)) return false;
    const last = this.lastOfViewer[viewer];
    const frame = this.recognize(payload, last) ?? this.remember(payload);
    this.received += 1;
    this.lastOfViewer[viewer] = frame;
    const expected = (last?.content.to ?? Number.NaN) + 1;
    const first = frame.content.from ?? Number.NaN;
    if (first > expected) this.gaps += first - expected;
    return true;
  }

  /** The newest frame and how many viewers have it as their last one. */
  newest(): { frame: unknown; viewers: number } | null {
    const newest = this.frames.at(-1);
    if (!newest) return null;
    const viewers = this.lastOfViewer.filter((last) => last === newest).length;
    return { frame: newest.content, viewers };
  }

  private recognize(payload: Buffer, last: Frame | undefined): Frame | undefined {
    const oldest = this.frames[0]?.number ?? 0;
    for (let index = Math.max(0, (last?.number ?? oldest - 1) + 1 - oldest); ; index += 1) {
      const frame = this.frames[index];
      if (!frame || payload.equals(frame.bytes)) return frame;
    }
  }

  private remember(payload: Buffer): Frame {
    const [, content] = JSON.parse(payload.toString('utf8', 2)) as [string, FrameContent];
    const frame = { bytes: Buffer.from(payload), number: this.nextNumber, content };
    this.nextNumber += 1;
    this.frames.push(frame);
    if (this.frames.length > remembered) this.frames.shift();
    return frame;
  }
}
