import { findOrInstall, installWhenPossible } from './debian-package.mjs';

const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const fonts = 'fonts-noto-cjk';

/** A browser for the tests, with a font that can show Chinese. */
export async function findChromium() {
  const browser = await findOrInstall(programs, ['chromium', fonts]);
  if (browser.path) await installWhenPossible([fonts]);
  return browser;
}
