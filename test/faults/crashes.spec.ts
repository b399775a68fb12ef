import pg from 'pg';
import { Redis } from 'ioredis';
import type { NodePart } from '../../scripts/topology.mjs';
import { openScene, pause, report } from './support/scene.js';
import type { Scene } from './support/scene.js';

/** Faults F1 to F4 of the promise: any process may die at any moment. */
describe('when processes are killed under load', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ redisPersistent: false });
  }, 300_000);
  afterAll(() => scene?.stop(), 60_000);
  beforeEach(() => forgetApplications(scene.topology.databaseUrl));

  async function killInTurn(parts: readonly NodePart[], times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      const part = parts[time % parts.length] as NodePart;
      await part.kill('SIGKILL');
      await pause(400);
      await part.restart();
      await pause(800);
    }
  }

  it('F1: API processes die 12 times and no acknowledged application is lost', async () => {
    const history = await scene.during(() => killInTurn(scene.topology.apis, 12));
    report('F1', history);
    expect(history.some((outcome) => outcome.receipts.length > 0)).toBe(true);
    expect(await scene.faults(history)).toEqual([]);
  }, 600_000);

  it('F2: workers die 12 times in the middle of slices and nothing is done twice', async () => {
    const history = await scene.during(() => killInTurn(scene.topology.workers, 12));
    report('F2', history);
    expect(history.every((outcome) => outcome.failures.length === 0)).toBe(true);
    expect(await scene.faults(history)).toEqual([]);
  }, 600_000);

  it('F3: Redis loses everything 6 times, stays away, is flushed, and applying goes on', async () => {
    const { redis, redisUrl } = scene.topology;
    const history = await scene.during(async () => {
      for (let time = 0; time < 6; time += 1) {
        await redis.kill('SIGKILL');
        await pause(time === 5 ? 8_000 : 500);
        await redis.restart();
        await pause(1_000);
      }
      const client = new Redis(redisUrl);
      await client.flushall();
      client.disconnect();
    });
    report('F3', history);
    expect(history.flatMap((outcome) => outcome.failures)).toEqual([]);
    expect(await scene.faults(history)).toEqual([]);
  }, 600_000);

  it('F4: Postgres stops at once 5 times and no effect is half done', async () => {
    const { postgres } = scene.topology;
    const history = await scene.during(async () => {
      for (let time = 0; time < 5; time += 1) {
        await postgres.kill();
        await pause(500);
        await postgres.restart();
        await pause(2_500);
      }
    });
    report('F4', history);
    const unexpected = history
      .flatMap((outcome) => outcome.failures)
      .filter((failure) => failure !== 503 && failure !== 'broken');
    expect(unexpected).toEqual([]);
    expect(await scene.faults(history)).toEqual([]);
    expect(scene.topology.apis.every((api) => api.isRunning())).toBe(true);
  }, 600_000);
});

async function forgetApplications(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('TRUNCATE application, notice, mail_message, outbox');
  await client.query(`DELETE FROM counter WHERE metric LIKE 'applications%'`);
  await client.end();
}
