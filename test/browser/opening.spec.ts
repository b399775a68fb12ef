import { phone } from './support/devices.js';
import { expect, test } from './support/fair-test.js';

test.use({ ...phone, locale: 'zh-CN' });

test('an opening names the tab while it lies over its fair', async ({ page, places }) => {
  await page.goto(`${places.fair}/openings/${places.opening}`);
  const opening = await page.request.get(`/api/v1/job-postings/${places.opening}`);
  const { title } = (await opening.json()) as { title: string };
  await expect(page).toHaveTitle(`${title} · 云招聘会`);
  await page.getByRole('button', { name: '关闭' }).click();
  await expect(page).toHaveTitle('云聘示范招聘会 · 云招聘会');
});

test('another part of a fair starts at its top', async ({ page, places }) => {
  await page.goto(places.fair);
  await page.getByRole('button', { name: '查看更多' }).scrollIntoViewIfNeeded();
  await expect.poll(() => page.evaluate('window.scrollY')).toBeGreaterThan(100);
  await page.locator('a[href$="/companies"]').dispatchEvent('click');
  await expect(page).toHaveURL(/companies$/);
  await expect.poll(() => page.evaluate('window.scrollY')).toBe(0);
});
