import { AxeBuilder } from '@axe-core/playwright';
import { desk, phone } from './support/devices.js';
import { expect, test } from './support/fair-test.js';
import type { Page } from './support/fair-test.js';
import { accountOf, signInOverHttp } from './support/people.js';
import type { Demo } from './support/server.js';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const looks = [
  { name: 'a phone', ...phone, locale: 'zh-CN' },
  { name: 'a desk', ...desk, locale: 'en-US' },
] as const;

/** Every page that a visitor can open. */
function publicPages(demo: Demo, openingId: string): string[] {
  const [fair, session] = [demo.fairUrl, demo.sessionUrl].map(pathOf);
  const ofFair = ['', '/companies', '/agenda', `/openings/${openingId}`];
  const ofWall = ['', `${fair}`, '/figures/companies', '/figures/applications'];
  const ofPerson = ['/sign-in', '/sign-up', '/account', '/applications'];
  return [
    '/',
    ...ofFair.map((path) => `${fair}${path}`),
    `${session}`,
    ...ofWall.map((path) => `/wall${path}`),
    ...ofPerson,
    '/no-such-page',
  ];
}

const pathOf = (url: string): string => new URL(url, 'http://fair').pathname;

for (const { name, ...look } of looks) {
  test.describe(`on ${name}`, () => {
    test.use(look);

    test('visitors meet no barrier, no overflow and no breach of the policy', async ({
      page,
      demo,
      complaints,
    }) => {
      test.slow();
      for (const path of publicPages(demo, await anyOpening(page, demo))) {
        await visit(page, path);
      }
      expect(complaints).toEqual([]);
    });

    test('jobseekers meet none either', async ({ page, demo, complaints }) => {
      await signInOverHttp(page.request, accountOf(demo, /seeker|applicant/i));
      const [fair, session] = [demo.fairUrl, demo.sessionUrl].map(pathOf);
      const opening = await anyOpening(page, demo);
      for (const path of ['/account', '/applications', `${session}`]) await visit(page, path);
      await visit(page, `${fair}/openings/${opening}`);
      await page.goto('/');
      await page.getByRole('button', { name: /^(通知|Notices)/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoBarrier(page, 'the notices');
      expect(complaints).toEqual([]);
    });
  });
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator('h1, [role="dialog"]').first()).toBeVisible();
  const overflow = await page
    .locator('html')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
  await expectNoBarrier(page, path);
}

/** All rules in light colours; in dark ones nothing but the colours is new. */
async function expectNoBarrier(page: Page, place: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNothingFound(new AxeBuilder({ page }).withTags(standards), place);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNothingFound(new AxeBuilder({ page }).withRules('color-contrast'), `dark ${place}`);
}

async function expectNothingFound(axe: AxeBuilder, place: string): Promise<void> {
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
  expect(found, `axe on ${place}`).toEqual([]);
}

async function anyOpening(page: Page, demo: Demo): Promise<string> {
  const id = pathOf(demo.fairUrl).split('/').at(-1);
  const answer = await page.request.get(`/api/v1/fairs/${id}/job-postings?limit=1`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}
