// Runs before anything else. A file of its own, because the content security policy allows no inline script.

// A dark screen must not flash white before the first paint.
(function () {
  var stored = null;
  try {
    stored = window.localStorage.getItem('mantine-color-scheme-value');
  } catch {
    // Storage may be switched off; the system's preference decides then.
  }
  var dark =
    stored === 'dark' ||
    (stored !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();

// A client that does not come must not be waited for without a word.
window.addEventListener(
  'error',
  function (event) {
    var starting = document.querySelector('.starting');
    if (!(event.target instanceof HTMLScriptElement) || starting === null) return;
    starting.setAttribute('role', 'alert');
    starting.textContent =
      '页面没有打开，请检查网络后刷新。 The page did not open; please check the network and reload.';
  },
  true,
);
