import { desk } from './support/devices.js';
import { expect, test } from './support/fair-test.js';

test.use(desk);

test('a number on the wall opens the list that it counts', async ({ page, demo }) => {
  await page.goto(demo.wallUrl);
  const tile = page.getByRole('link', { name: '参会企业' });
  await expect(tile).toBeVisible();
  const count = Number(/[\d,]+/.exec(await tile.innerText())?.[0].replaceAll(',', ''));
  await tile.click();
  await expect(page.getByRole('heading', { name: '参会企业' })).toContainText(
    new Intl.NumberFormat('zh-CN').format(count),
  );
  const rows = page.getByRole('table').locator('tbody tr');
  await expect(rows).toHaveCount(Math.min(count, 50));
});

test('a list with personal data is not for everybody', async ({ page }) => {
  await page.goto('/wall/figures/applications');
  await expect(page.getByText('明细仅对授权人员开放')).toBeVisible();
});
