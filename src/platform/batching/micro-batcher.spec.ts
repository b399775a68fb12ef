import fc from 'fast-check';
import { MicroBatcher, OverloadedError } from './micro-batcher.js';
import { isPostgresInputFault } from './postgres-input-fault.js';

class BadInput extends Error {}

const isInputFault = (error: unknown) => error instanceof BadInput;

/** A work whose batches wait until the test lets them finish. */
function heldWork() {
  const batches: { inputs: number[]; finish: () => void; fail: (error: Error) => void }[] = [];
  const work = (inputs: number[]) =>
    new Promise<number[]>((resolve, reject) => {
      batches.push({ inputs, finish: () => resolve(inputs), fail: reject });
    });
  return { batches, work };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

async function settle(): Promise<void> {
  for (let turns = 0; turns < 10; turns += 1) await turn();
}

describe('MicroBatcher', () => {
  it('gathers what comes in one turn, and what comes in meanwhile', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault });
    const first = [1, 2].map((input) => batcher.submit(input));
    await settle();
    const second = [3, 4].map((input) => batcher.submit(input));
    await settle();
    expect(batches.map((batch) => batch.inputs)).toEqual([[1, 2]]);
    batches[0]?.finish();
    await settle();
    expect(batches.map((batch) => batch.inputs.join())).toEqual(['1,2', '3,4']);
    batches[1]?.finish();
    await expect(Promise.all([...first, ...second])).resolves.toEqual([1, 2, 3, 4]);
  });

  it('starts a lone input after two turns', async () => {
    const { batches, work } = heldWork();
    void new MicroBatcher(work, { isInputFault }).submit(1);
    await turn();
    await turn();
    expect(batches.map((batch) => batch.inputs)).toEqual([[1]]);
  });

  it('waits for turns that bring more, but not for ever', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault });
    void batcher.submit(1);
    for (let input = 2; input <= 40; input += 1) {
      void batcher.submit(input);
      await turn();
    }
    const gathered = batches[0]?.inputs.length ?? 0;
    expect(gathered).toBeGreaterThan(4);
    expect(gathered).toBeLessThan(20);
  });

  it('bridges one turn that brings nothing, also before a later batch', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault });
    void batcher.submit(1);
    await turn();
    void batcher.submit(2);
    await settle();
    void batcher.submit(3);
    batches[0]?.finish();
    await turn();
    void batcher.submit(4);
    await settle();
    expect(batches.map((batch) => batch.inputs.join())).toEqual(['1,2', '3,4']);
  });

  it('gathers no more than a batch takes', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault, maxBatch: 2 });
    for (const input of [1, 2, 3]) void batcher.submit(input);
    await turn();
    expect(batches.map((batch) => batch.inputs)).toEqual([[1, 2]]);
  });

  it('holds what waits for a flush, whatever its number, and starts the rest as ever', async () => {
    const { batches, work } = heldWork();
    let waits = true;
    const options = { isInputFault, maxBatch: 2, waitsForFlush: () => waits };
    const batcher = new MicroBatcher(work, options);
    const results = [1, 2, 3].map((input) => batcher.submit(input));
    await settle();
    expect(batches).toEqual([]);
    const flushed = batcher.flush();
    await settle();
    expect(batches.map((batch) => batch.inputs)).toEqual([[1, 2]]);
    batches[0]?.finish();
    await settle();
    batches[1]?.finish();
    await flushed;
    await expect(Promise.all(results)).resolves.toEqual([1, 2, 3]);
    const held = batcher.submit(4);
    waits = false;
    const started = batcher.submit(5);
    await settle();
    expect(batches[2]?.inputs).toEqual([4, 5]);
    batches[2]?.finish();
    await Promise.all([held, started]);
    await batcher.flush();
    expect(batches).toHaveLength(3);
  });

  it('leaves what comes in while a flush is under way to the next one', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault, waitsForFlush: () => true });
    const first = batcher.submit(1);
    const flushed = batcher.flush();
    const second = [2, 3].map((input) => batcher.submit(input));
    await settle();
    batches[0]?.finish();
    await flushed;
    await expect(first).resolves.toBe(1);
    await settle();
    expect(batches.map((batch) => batch.inputs)).toEqual([[1]]);
    void batcher.flush();
    await settle();
    batches[1]?.finish();
    await expect(Promise.all(second)).resolves.toEqual([2, 3]);
  });

  it('drops nothing that waits for a flush when it is closed', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault, waitsForFlush: () => true });
    const held = batcher.submit(1);
    const closed = batcher.close();
    await settle();
    batches[0]?.finish();
    await closed;
    await expect(held).resolves.toBe(1);
  });

  it('keeps no more batches in flight than it has lanes and no more inputs than the limit', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault, lanes: 2, maxBatch: 2 });
    const results = Promise.all([1, 2, 3, 4, 5, 6, 7].map((input) => batcher.submit(input)));
    await settle();
    await settle();
    expect(batches.map((batch) => batch.inputs)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    batches[1]?.finish();
    await settle();
    expect(batches[2]?.inputs).toEqual([5, 6]);
    batches[0]?.finish();
    await settle();
    expect(batches[3]?.inputs).toEqual([7]);
    batches.forEach((batch) => batch.finish());
    await expect(results).resolves.toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('refuses what exceeds the bounded buffer and serves again once it has room', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault, maxWaiting: 1 });
    const first = batcher.submit(1);
    await expect(batcher.submit(2)).rejects.toBeInstanceOf(OverloadedError);
    await settle();
    const second = batcher.submit(3);
    await expect(batcher.submit(4)).rejects.toBeInstanceOf(OverloadedError);
    batches[0]?.finish();
    await settle();
    batches[1]?.finish();
    await expect(Promise.all([first, second])).resolves.toEqual([1, 3]);
  });

  it('hands an error that is not the fault of an input to the whole batch, without a retry', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault });
    const outcome = Promise.allSettled([batcher.submit(1), batcher.submit(2)]);
    await settle();
    const lost = new Error('connection lost');
    batches[0]?.fail(lost);
    await expect(outcome).resolves.toEqual([
      { status: 'rejected', reason: lost },
      { status: 'rejected', reason: lost },
    ]);
    expect(batches).toHaveLength(1);
  });

  it('survives a work that throws or returns the wrong number of outputs', async () => {
    let call = 0;
    const batcher = new MicroBatcher<number, number>(
      (inputs) => {
        call += 1;
        if (call === 1) throw new Error('thrown, not rejected');
        return Promise.resolve(call === 2 ? [] : inputs);
      },
      { isInputFault },
    );
    await expect(batcher.submit(1)).rejects.toThrow('thrown, not rejected');
    await expect(batcher.submit(2)).rejects.toThrow('Expected 1 outputs');
    await expect(batcher.submit(3)).resolves.toBe(3);
  });

  it('drains on close and refuses what comes later', async () => {
    const { batches, work } = heldWork();
    const batcher = new MicroBatcher(work, { isInputFault });
    const first = batcher.submit(1);
    await settle();
    const accepted = Promise.all([first, batcher.submit(2)]);
    const order: string[] = [];
    void accepted.then(() => order.push('settled'));
    const closed = batcher.close().then(() => order.push('closed'));
    await expect(batcher.submit(3)).rejects.toBeInstanceOf(OverloadedError);
    batches[0]?.finish();
    await settle();
    expect(order).toEqual([]);
    batches[1]?.finish();
    await Promise.all([closed, batcher.close()]);
    expect(order).toEqual(['settled', 'closed']);
  });

  it('applies every good input once, in order, and fails each bad one alone', async () => {
    const waves = fc.array(fc.array(fc.boolean(), { maxLength: 20 }), { maxLength: 6 });
    const options = fc.record({ lanes: fc.integer({ min: 1, max: 3 }), maxBatch: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(waves, options, async (goodness, { lanes, maxBatch }) => {
        const applied: number[] = [];
        const work = async (inputs: { id: number; good: boolean }[]) => {
          await settle();
          const bad = inputs.find((input) => !input.good);
          if (bad) throw new BadInput(String(bad.id));
          applied.push(...inputs.map((input) => input.id));
          return inputs.map((input) => input.id);
        };
        const batcher = new MicroBatcher(work, { isInputFault, lanes, maxBatch: maxBatch + 1 });
        const outcomes: Promise<unknown>[] = [];
        for (const wave of goodness) {
          for (const good of wave) {
            const id = outcomes.length;
            const expected = good ? id : String(id);
            const outcome = batcher.submit({ id, good }).catch((error: Error) => error.message);
            outcomes.push(outcome.then((value) => expect(value).toBe(expected)));
          }
          await settle();
        }
        await batcher.close();
        await Promise.all(outcomes);
        const good = goodness.flat().flatMap((isGood, id) => (isGood ? [id] : []));
        expect([...applied].sort((a, b) => a - b)).toEqual(good);
        if (lanes === 1) expect(applied).toEqual(good);
      }),
    );
  });
});

describe('isPostgresInputFault', () => {
  it.each([
    ['22P02', true],
    ['23505', true],
    ['40P01', false],
    ['57P01', false],
    ['ECONNRESET', false],
    [undefined, false],
  ])('judges code %s as %s', (code, expected) => {
    expect(isPostgresInputFault(Object.assign(new Error('failed'), { code }))).toBe(expected);
  });

  it('does not blame the data for what is not an error', () => {
    expect(isPostgresInputFault('23505')).toBe(false);
  });
});
