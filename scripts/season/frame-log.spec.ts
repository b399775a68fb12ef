import { FrameLog } from './frame-log.js';

const event = 'live-session.frame';

function message(content: object, name = event): Buffer {
  return Buffer.from(`42${JSON.stringify([name, content])}`);
}

describe('a log of frames', () => {
  it('counts what each viewer gets and who has the newest frame', () => {
    const log = new FrameLog(event, 3);
    for (const viewer of [0, 1, 2]) log.take(viewer, message({ from: 1, to: 2 }));
    for (const viewer of [0, 1]) log.take(viewer, message({ from: 3, to: 3 }));
    expect(log.received).toBe(5);
    expect(log.newest()).toEqual({ frame: { from: 3, to: 3 }, viewers: 2 });
    expect(log.gaps).toBe(0);
  });

  it('notices events that a viewer missed', () => {
    const log = new FrameLog(event, 2);
    log.take(0, message({ from: 1, to: 2 }));
    log.take(1, message({ from: 1, to: 2 }));
    log.take(0, message({ from: 3, to: 4 }));
    log.take(0, message({ from: 5, to: 5 }));
    log.take(1, message({ from: 5, to: 5 }));
    expect(log.gaps).toBe(2);
  });

  it('lets a late viewer begin in the middle', () => {
    const log = new FrameLog(event, 2);
    log.take(0, message({ from: 1, to: 2 }));
    log.take(0, message({ from: 3, to: 4 }));
    log.take(1, message({ from: 3, to: 4 }));
    expect(log.gaps).toBe(0);
    expect(log.newest()?.viewers).toBe(2);
  });

  it('leaves other messages alone', () => {
    const log = new FrameLog(event, 1);
    expect(log.take(0, message({ figures: [] }, 'wall.frame'))).toBe(false);
    expect(log.take(0, Buffer.from('42'))).toBe(false);
    expect(log.received).toBe(0);
    expect(log.newest()).toBeNull();
  });

  it('forgets old frames and goes on', () => {
    const log = new FrameLog(event, 1);
    for (let seq = 1; seq <= 1_000; seq += 1) log.take(0, message({ from: seq, to: seq }));
    expect(log.received).toBe(1_000);
    expect(log.gaps).toBe(0);
    expect(log.newest()).toEqual({ frame: { from: 1_000, to: 1_000 }, viewers: 1 });
  });
});
