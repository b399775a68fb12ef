const storageKey = 'cloudfair-reloaded-at';
const pause = 60_000;

let isMissing = false;
let loadingAhead = 0;
let decision: Promise<void> = Promise.resolve();

/**
 * A page that stayed open across a new release asks for files that are gone. Loading the page
 * again fetches the new ones; at most once a minute, so that a real fault cannot loop.
 */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', () => {
    // Nobody waits for it yet; the tap that needs it asks again.
    if (loadingAhead > 0) return;
    isMissing = true;
    const last = Number(sessionStorage.getItem(storageKey) ?? 0);
    if (Date.now() - last < pause) return;
    sessionStorage.setItem(storageKey, String(Date.now()));
    decision = loadPage(window.location.href);
  });
}

/** Resolves when a part is missing and no new page is on its way. */
export function whenNoPageComes(): Promise<void> {
  return decision;
}

/**
 * Loads a page anew, unless nobody would answer: that leads to the browser's own error page.
 * Resolves only when nothing is loaded.
 */
export async function loadPage(address: string): Promise<void> {
  const isServed = await fetch('/health/live', { cache: 'no-store' }).then(
    (answer) => answer.ok,
    () => false,
  );
  if (!isServed) return;
  if (address === window.location.href) window.location.reload();
  else window.location.assign(address);
  await new Promise(() => undefined);
}

/** Browsers and React remember that a file could not be loaded; only a new page asks again. */
export function isPartMissing(): boolean {
  return isMissing;
}

/** Loads a part before it is needed, so that it is there when the network is not. */
export async function loadAhead(load: () => Promise<unknown>): Promise<void> {
  if (!navigator.onLine) return;
  loadingAhead += 1;
  try {
    await load();
  } catch {
    // Left to the tap that needs it.
  } finally {
    loadingAhead -= 1;
  }
}
