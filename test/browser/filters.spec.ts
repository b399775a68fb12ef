import { phone } from './support/devices.js';
import { expect, test } from './support/fair-test.js';

test.describe('the filters of a fair on a phone', () => {
  test.use({ ...phone, locale: 'zh-CN' });

  test('are one step, which the back button undoes', async ({ page, places }) => {
    await page.goto(places.fair);
    const panel = page.getByRole('dialog');
    const none = page.getByRole('button', { name: '筛选', exact: true });

    await none.click();
    await expect(panel).toBeVisible();
    await page.goBack();
    await expect(panel).toBeHidden();
    await expect(none).toBeVisible();

    await none.click();
    await panel.getByRole('combobox', { name: '职业类别' }).click();
    await page.getByRole('option').first().click();
    await panel.getByRole('button', { name: '查看岗位' }).click();
    await expect(panel).toBeHidden();
    await expect(page.getByRole('button', { name: '筛选（1）' })).toBeVisible();
    await page.goBack();
    await expect(none).toBeVisible();
    await expect(panel).toBeHidden();
  });

  test('bring words back into their field', async ({ page, places }) => {
    await page.goto(`${places.fair}?query=工程师`);
    const words = page.getByRole('searchbox');
    await expect(words).toHaveValue('工程师');
    await page.getByRole('button', { name: '筛选' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(words).toHaveValue('工程师');
    await words.fill('护士');
    await expect(page).toHaveURL(/query=%E6%8A%A4%E5%A3%AB/);
    await expect(words).toHaveValue('护士');
  });
});
