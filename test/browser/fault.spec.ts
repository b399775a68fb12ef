import { phone } from './support/devices.js';
import { expect, test } from './support/fair-test.js';
import type { Page } from './support/fair-test.js';

test.use(phone);

const home = (page: Page) => page.getByRole('link', { name: '回到首页' });
const start = (page: Page) => page.getByRole('heading', { name: '用手机逛招聘会' });

test('the start is one step away from a page that failed, and no page is loaded for it', async ({
  page,
  places,
}) => {
  // An answer that no release of ours gives.
  await page.route(`**/api/v1${places.session}`, (route) => route.fulfill({ json: { id: [] } }));
  await page.goto(places.session);
  await expect(page.getByText('页面出了点问题')).toBeVisible();
  let loads = 0;
  page.on('load', () => (loads += 1));
  await home(page).click();
  await expect(start(page)).toBeVisible();
  expect(loads).toBe(0);
});

test('a page whose file is gone for good still leads to the start', async ({ page }) => {
  await page.route(/my-applications-page.*\.js/, (route) => route.abort());
  await page.goto('/applications');
  await expect(page.getByText('页面出了点问题')).toBeVisible();
  const loaded = page.waitForEvent('load');
  await home(page).click();
  await loaded;
  await expect(start(page)).toBeVisible();
});

test('offline the start is there as long as it was loaded before', async ({ page, context }) => {
  await page.goto('/');
  await expect(start(page)).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('link', { name: '我的投递' }).first().click();
  await expect(page.getByText('回到首页')).toBeVisible();
  await home(page).click();
  await expect(start(page)).toBeVisible();
});

test('a client that does not come is not waited for without a word', async ({ page }) => {
  await page.route(/\/assets\/index-.*\.js$/, (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('请检查网络后刷新');
});
