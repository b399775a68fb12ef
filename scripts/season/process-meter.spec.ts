import { existsSync } from 'node:fs';
import { ProcessMeter } from './process-meter.js';
import { StageClock } from './stage-clock.js';

const none = 4_194_999;

function spend(milliseconds: number): void {
  const end = process.cpuUsage().user + milliseconds * 1_000;
  while (process.cpuUsage().user < end) Math.sqrt(end);
}

describe('measuring a season', () => {
  it('tells the wall and CPU seconds of each stage', async () => {
    const meter = new ProcessMeter({
      server: process.pid,
      postmaster: null,
      loadChildren: () => [],
    });
    const clock = new StageClock(meter);
    const result = await clock.run('work', () => {
      spend(120);
      return Promise.resolve('done');
    });
    await clock.run('rest', () => Promise.resolve());
    meter.stop();
    expect(result).toBe('done');
    expect(clock.costs.map(({ stage }) => stage)).toEqual(['work', 'rest']);
    expect(clock.costs[0]?.load).toBeGreaterThan(0.1);
    expect(clock.costs[0]?.wall).toBeGreaterThan(0.1);
    expect(clock.costs[0]?.postgres).toBeNull();
    expect(clock.total().load).toBeGreaterThan(0.1);
    expect(clock.total().postgres).toBeNull();
    if (existsSync('/proc/self/stat')) expect(clock.total().server).toBeGreaterThan(0.05);
  });

  it('says nothing of a process that is not there', () => {
    const meter = new ProcessMeter({ server: none, postmaster: none, loadChildren: () => [none] });
    expect(meter.cpu()).toMatchObject({ server: null, postgres: null });
    expect(meter.peak()).toEqual({ server: null, postgres: null });
    meter.stop();
  });
});
