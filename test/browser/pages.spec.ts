import { expectNoBarrier } from './support/barriers.js';
import { desk, phone } from './support/devices.js';
import { expect, test } from './support/fair-test.js';
import type { Page, Places } from './support/fair-test.js';
import { accountOf, signInOverHttp } from './support/people.js';

const looks = [
  { name: 'a phone', ...phone, locale: 'zh-CN' },
  { name: 'a desk', ...desk, locale: 'en-US' },
] as const;

type Address = (places: Places) => string;

const publicPages: Readonly<Record<string, Address>> = {
  'the start': () => '/',
  'a fair': ({ fair }) => fair,
  'its companies': ({ fair }) => `${fair}/companies`,
  'its agenda': ({ fair }) => `${fair}/agenda`,
  'an opening': ({ fair, opening }) => `${fair}/openings/${opening}`,
  'a session on air': ({ session }) => session,
  'the wall of the season': () => '/wall',
  'the wall of a fair': ({ fair }) => `/wall${fair}`,
  'a list behind a number': () => '/wall/figures/companies',
  'a list that is not public': () => '/wall/figures/applications',
  'signing in': () => '/sign-in',
  'signing up': () => '/sign-up',
  'a forgotten password': () => '/forgot-password',
  'a new password': () => '/reset-password?token=x',
  'nobody’s account': () => '/account',
  'nobody’s applications': () => '/applications',
  'a page that does not exist': () => '/no-such-page',
};

const pagesOfAPerson: Readonly<Record<string, Address>> = {
  'the account': () => '/account',
  'the applications': () => '/applications',
  'a session with its say box': ({ session }) => session,
  'an opening to apply for': ({ fair, opening }) => `${fair}/openings/${opening}`,
};

for (const { name: look, ...device } of looks) {
  test.describe(`no barrier, no overflow, no breach of the policy on ${look}:`, () => {
    test.use(device);

    for (const [name, address] of Object.entries(publicPages)) {
      test(name, async ({ page, places }) => {
        await expectSound(page, address(places));
      });
    }

    for (const [name, address] of Object.entries(pagesOfAPerson)) {
      test(`${name}, signed in`, async ({ page, demo, places }) => {
        await signInOverHttp(page.request, accountOf(demo, /seeker|applicant/i));
        await expectSound(page, address(places));
      });
    }

    test('the notices', async ({ page, demo }) => {
      await signInOverHttp(page.request, accountOf(demo, /seeker|applicant/i));
      await page.goto('/');
      await page.getByRole('button', { name: /^(通知|Notices)/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoBarrier(page);
    });
  });
}

async function expectSound(page: Page, path: string): Promise<void> {
  const faults: string[] = [];
  page.on('console', (message) => {
    const { url } = message.location();
    // This list is refused to visitors, and its page says so.
    const isAnswer = url.includes('/api/v1/applications?');
    if (message.type() === 'error' && !isAnswer) faults.push(`${message.text()} ${url}`);
  });
  await page.goto(path);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator('h1, [role="dialog"]').first()).toBeVisible();
  const overflow = await page
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow, 'wider than the screen').toBeLessThanOrEqual(0);
  await expectNoBarrier(page);
  expect(faults).toEqual([]);
}
