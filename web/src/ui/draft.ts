const prefix = 'draft:';

/**
 * What has been filled in and not been sent yet. It outlives a closed panel and a reloaded page, stays
 * in this tab, and ends with the session: the next person at this screen is somebody else.
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

export function dropDrafts(): void {
  const keys = Array.from({ length: sessionStorage.length }, (_, index) =>
    sessionStorage.key(index),
  );
  for (const key of keys) if (key?.startsWith(prefix)) sessionStorage.removeItem(key);
}
