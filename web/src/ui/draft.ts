const prefix = 'draft:';

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
      const kept = sessionStorage.getItem(key);
      return kept === null ? {} : (JSON.parse(kept) as Partial<Values>);
    },
    keep: (values) => sessionStorage.setItem(key, JSON.stringify(values)),
    drop: () => sessionStorage.removeItem(key),
  };
}

const ownerKey = 'draft-owner';

/** Whoever signs in finds their own drafts: another person's go first. */
export function claimDrafts(userId: string): void {
  if (sessionStorage.getItem(ownerKey) !== userId) dropDrafts();
  sessionStorage.setItem(ownerKey, userId);
}

export function dropDrafts(): void {
  const keys = Array.from({ length: sessionStorage.length }, (_, index) =>
    sessionStorage.key(index),
  );
  for (const key of keys) if (key?.startsWith(prefix)) sessionStorage.removeItem(key);
}
