import type { WebSocketRoute } from '@playwright/test';
import { phone } from './support/devices.js';
import { expect, test } from './support/fair-test.js';
import type { Page } from './support/fair-test.js';
import { accountOf, signInOverHttp } from './support/people.js';
import type { Demo } from './support/server.js';

test.use(phone);

test('what is said while the line is down is there when it is back', async ({
  page,
  browser,
  demo,
}) => {
  const line = await cuttableLine(page);
  await page.goto(demo.sessionUrl);
  await expect(page.getByRole('log')).toBeVisible();

  const elsewhere = await browser.newContext(phone);
  const speaker = await openSpeaker(await elsewhere.newPage(), demo);
  await say(speaker, '第一句');
  await expect(page.getByRole('log')).toContainText('第一句');

  line.cut();
  await expect(page.getByText('连接已断开')).toBeVisible();
  await say(speaker, '断线时说的一句');
  await expect(page.getByRole('log')).not.toContainText('断线时说的一句');

  line.mend();
  await expect(page.getByRole('log')).toContainText('断线时说的一句', { timeout: 30_000 });
  await expect(page.getByText('连接已断开')).toBeHidden();
  await expect(page.getByText('断线时说的一句')).toHaveCount(1);
  await elsewhere.close();
});

test('what the host announces stands out, until it is taken back', async ({
  page,
  playwright,
  demo,
  places,
  baseURL,
}) => {
  const host = await playwright.request.newContext({ baseURL });
  await signInOverHttp(host, accountOf(demo, /host/));
  await page.goto(demo.sessionUrl);
  await expect(page.getByText('公告 ·').first()).toBeVisible();

  const path = `/api/v1${places.session}`;
  const answer = await host.post(`${path}/notices`, { data: { text: '五分钟后抽奖' } });
  const { seq } = (await answer.json()) as { seq: number };
  const notice = page.locator('p[data-notice]').last();
  await expect(notice).toContainText('五分钟后抽奖');
  await expect(notice).toContainText(/^公告 · /);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(notice).toContainText(/^Announcement · /);

  await host.delete(`${path}/messages/${seq}`);
  await expect(notice).not.toContainText('五分钟后抽奖');
  await expect(notice).toContainText('This message was removed');
  await host.dispose();
});

test('words that cannot be sent stay, with a way to send them again', async ({ page, demo }) => {
  const line = await cuttableLine(page);
  await openSpeaker(page, demo);
  await say(page, '连上了');
  await expect(page.getByText('发送中')).toBeHidden();
  line.cut();
  await expect(page.getByText('连接已断开')).toBeVisible();
  await say(page, '断线时想说的话');
  await expect(page.getByRole('button', { name: '重新发送' })).toBeVisible();
  line.mend();
  await expect(page.getByText('连接已断开')).toBeHidden({ timeout: 30_000 });
  await page.getByRole('button', { name: '重新发送' }).click();
  await expect(page.getByRole('button', { name: '重新发送' })).toBeHidden();
  await expect(page.getByText('断线时想说的话')).toHaveCount(1);
});

/** A WebSocket that a test can cut and keep cut, as a train does in a tunnel. */
async function cuttableLine(page: Page) {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (isCut) {
      void socket.close({ code: 1001 });
      return;
    }
    open.add(socket);
    socket.connectToServer();
  });
  await page.route(/socket\.io/, (route) => (isCut ? route.abort() : route.continue()));
  return {
    cut(): void {
      isCut = true;
      for (const socket of open) void socket.close({ code: 1001 });
      open.clear();
    },
    mend(): void {
      isCut = false;
    },
  };
}

async function openSpeaker(page: Page, demo: Demo): Promise<Page> {
  await signInOverHttp(page.request, accountOf(demo, /seeker|applicant/i));
  await page.goto(demo.sessionUrl);
  await expect(page.getByPlaceholder('说点什么…')).toBeVisible();
  return page;
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByPlaceholder('说点什么…').fill(text);
  await page.getByRole('button', { name: '发送' }).click();
}
