import { expect } from './fair-test.js';
import type { Page } from './fair-test.js';

/** A new jobseeker's own details, asked for once. */
export async function fillDetails(page: Page): Promise<void> {
  await page.getByLabel('手机号').fill('13800001234');
  await page.getByRole('combobox', { name: '期望工作地点' }).fill('浦东');
  await page.getByRole('option', { name: '浦东新区' }).click();
  await page.getByRole('combobox', { name: '期望职业' }).fill('工程技术');
  await page.getByRole('option', { name: '工程技术人员' }).click();
  await page.getByRole('combobox', { name: '学历' }).click();
  await page.getByRole('option', { name: '本科' }).click();
}

export async function continueToQuestions(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('button', { name: '确认投递' })).toBeVisible();
}

export async function answerQuestions(page: Page): Promise<void> {
  for (const group of await page.getByRole('radiogroup').all()) {
    await group.getByRole('radio').first().check();
  }
  for (const field of await page.locator('form textarea[required]').all()) await field.fill('有');
}
