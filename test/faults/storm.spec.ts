import { submit } from './support/crowd.js';
import { openScene, pause, report } from './support/scene.js';
import type { Scene } from './support/scene.js';

const stormSeconds = 60;

/** Faults F12 and F21 of the promise: the same again and again, and everything at random. */
describe('in a storm', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ redisPersistent: false });
  }, 300_000);
  afterAll(() => scene?.stop(), 60_000);

  it('F12: one application sent 20 times by each of 50 clients is one row and one answer', async () => {
    const { fixture, topology } = scene;
    const person = fixture.people[999] as (typeof fixture.people)[number];
    const jobPostingId = fixture.postingIds[0] as string;
    const body = { jobPostingId, fairId: fixture.fairId, answers: { q1: '是' }, consent: true };
    const client = async () => {
      const answers = [];
      for (let time = 0; time < 20; time += 1) {
        answers.push(await submit(topology.url, person.cookie, body));
      }
      return answers;
    };
    const answers = (await Promise.all(Array.from({ length: 50 }, client))).flat();
    expect(answers).toHaveLength(1_000);
    const refused = answers.filter((answer) => answer.receipt === null);
    expect(refused).toEqual([]);
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(999);
    expect(new Set(answers.map((answer) => answer.receipt)).size).toBe(1);
    const outcome = {
      applicantId: person.userId,
      jobPostingId,
      receipts: answers.flatMap((answer) => answer.receipt ?? []),
      firsts: 1,
      failures: [],
    };
    stormed.push(outcome);
    expect(await scene.faults([outcome])).toEqual([]);
  }, 300_000);

  const stormed: Parameters<Scene['faults']>[0][number][] = [];

  it('F21: a minute of random kills leaves every number equal', async () => {
    const seed = Number(process.env.STORM_SEED ?? Date.now() % 1_000_000);
    process.stdout.write(`  F21 seed ${seed} (repeat with STORM_SEED=${seed})\n`);
    const random = mulberry32(seed);
    const { apis, workers, redis, postgres } = scene.topology;
    const history = await scene.during(async () => {
      const end = Date.now() + stormSeconds * 1_000;
      while (Date.now() < end) {
        const victims = [...apis, ...workers, redis, postgres];
        const victim = victims[Math.floor(random() * victims.length)] ?? redis;
        await victim.kill('SIGKILL');
        await pause(100 + random() * 900);
        await victim.restart();
        await pause(300 + random() * 1_500);
      }
    });
    report('F21', history);
    expect(history.some((outcome) => outcome.receipts.length > 0)).toBe(true);
    expect(await scene.faults([...stormed, ...history])).toEqual([]);
  }, 600_000);
});

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
