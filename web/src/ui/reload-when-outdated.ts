const storageKey = 'cloudfair-reloaded-at';
const pause = 60_000;

/**
 * A page that stayed open across a new release asks for files that are gone. Loading the page
 * again fetches the new ones; at most once a minute, so that a real fault cannot loop.
 */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(storageKey) ?? 0);
    if (Date.now() - last < pause) return;
    sessionStorage.setItem(storageKey, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
