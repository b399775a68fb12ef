import { AsyncLocalStorage } from 'node:async_hooks';
import { QuietContexts } from './quiet-contexts.js';

const storage = new AsyncLocalStorage<string>();
const libraryKey = Symbol.for('better-auth:global');
const library = globalThis as unknown as Record<symbol, object | undefined>;

describe('the contexts of better-auth', () => {
  const before = library[libraryKey];
  beforeAll(() => (library[libraryKey] = { context: { storage } }));
  afterAll(() => (library[libraryKey] = before));

  it('stay open while any call of it is under way and are shut with the last one', async () => {
    const contexts = new QuietContexts();
    let endLongCall: (() => void) | undefined;
    const longCall = contexts.during(() =>
      storage.run('long', async () => {
        await new Promise<void>((resolve) => (endLongCall = resolve));
        return storage.getStore();
      }),
    );
    const shortCall = contexts.during(() => storage.run('short', async () => storage.getStore()));
    await expect(shortCall).resolves.toBe('short');
    endLongCall?.();
    await expect(longCall).resolves.toBe('long');
    storage.enterWith('open');
    await contexts.during(async () => undefined);
    expect(storage.getStore()).toBeUndefined();
  });

  it('are shut also after a call that fails', async () => {
    storage.enterWith('open');
    const failing = new QuietContexts().during(() => Promise.reject(new Error('away')));
    await expect(failing).rejects.toThrow('away');
    expect(storage.getStore()).toBeUndefined();
  });
});
