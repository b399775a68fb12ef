const prefix = 'draft:';
const ownerKey = 'draft-owner';

/**
 * What has been filled in and not been sent yet. It outlives a closed panel and a reloaded page, stays
 * in this tab, and goes when somebody signs out or another person signs in.
 */
export interface Draft<Values> {
  readonly read: () => Partial<Values>;
  readonly keep: (values: Partial<Values>) => void;
  readonly drop: () => void;
}

export function draftOf<Values>(name: string): Draft<Values> {
  const key = prefix + name;
  return {
    read: () => {
      const kept = withStorage((storage) => storage.getItem(key));
      return kept ? (JSON.parse(kept) as Partial<Values>) : {};
    },
    keep: (values) => withStorage((storage) => storage.setItem(key, JSON.stringify(values))),
    drop: () => withStorage((storage) => storage.removeItem(key)),
  };
}

/** Whoever signs in finds their own drafts: another person's go first. */
export function claimDrafts(userId: string): void {
  withStorage((storage) => {
    if (storage.getItem(ownerKey) !== userId) dropDrafts();
    storage.setItem(ownerKey, userId);
  });
}

export function dropDrafts(): void {
  withStorage((storage) => {
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const key of keys) if (key?.startsWith(prefix)) storage.removeItem(key);
  });
}

/** A browser may have storage switched off, or full: then there is no draft, and nothing else fails. */
function withStorage<Result>(work: (storage: Storage) => Result): Result | undefined {
  try {
    return work(window.sessionStorage);
  } catch {
    return undefined;
  }
}
