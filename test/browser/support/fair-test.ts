import { expect, test as base } from '@playwright/test';
import { startServer } from './server.js';
import type { Demo, Server } from './server.js';

export { expect } from '@playwright/test';
export type { Page } from '@playwright/test';

/** Where the demo's fair, session and one opening lie. */
export interface Places {
  readonly fair: string;
  readonly session: string;
  /** The opening's id. */
  readonly opening: string;
}

interface WorkerFixtures {
  server: Server;
  places: Places;
}

interface TestFixtures {
  demo: Demo;
  /** Every story ends red when its page had a script fault or broke the security policy. */
  soundPage: void;
}

/** A test that has a server with a demo fair, and pages that may not complain. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from here
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  places: [async ({ server }, use) => use(await placesOf(server)), { scope: 'worker' }],
  baseURL: async ({ server }, use) => use(server.url),
  demo: async ({ server }, use) => use(server.demo),
  soundPage: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text());
      });
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

async function placesOf({ url, demo }: Server): Promise<Places> {
  const [fair, session] = [demo.fairUrl, demo.sessionUrl].map(
    (address) => new URL(address, url).pathname,
  ) as [string, string];
  const list = await fetch(new URL(`/api/v1${fair}/job-postings?limit=1`, url));
  const { items } = (await list.json()) as { items: { id: string }[] };
  return { fair, session, opening: items[0]?.id ?? '' };
}
