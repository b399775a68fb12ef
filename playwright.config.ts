import { defineConfig } from '@playwright/test';

/** Stories in Debian's own Chromium; the server comes with the fixtures of test/browser/support. */
export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'test-results',
  // One server and one browser at a time: two shared cores carry no more.
  workers: 1,
  forbidOnly: process.env.CI === 'true',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
