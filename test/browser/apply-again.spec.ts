import { answerQuestions, continueToQuestions, fillDetails } from './support/applying.js';
import { phone } from './support/devices.js';
import { expect, test } from './support/fair-test.js';
import type { Page, Places } from './support/fair-test.js';
import { signUp } from './support/people.js';

test.use(phone);

test('what was filled in outlives a closed panel and a reload, and ends with the session', async ({
  page,
  places,
}) => {
  const opening = await openingThatAsks(page, places);
  await openForm(page, opening);
  await fillDetails(page);
  await page.getByRole('button', { name: '关闭' }).click();
  await page.goto(opening);
  await page.getByRole('button', { name: '投递', exact: true }).click();
  await expect(page.getByLabel('手机号')).toHaveValue('13800001234');
  await expect(page.getByRole('combobox', { name: '学历' })).toHaveValue('本科');

  await continueToQuestions(page);
  await page.getByRole('radiogroup').first().getByRole('radio').first().check();
  await page.reload();
  await page.getByRole('button', { name: '投递', exact: true }).click();
  await expect(page.getByRole('radio').first()).toBeChecked();

  await page.goto('/account');
  await page.getByRole('button', { name: '退出登录' }).first().click();
  await expect(page).toHaveURL('/');
  await openForm(page, opening);
  await expect(page.getByLabel('手机号')).toHaveValue('');
});

test('who withdrew is told so before applying again', async ({ page, places }) => {
  const opening = `${places.fair}/openings/${places.opening}`;
  await openForm(page, opening);
  await fillDetails(page);
  await continueToQuestions(page);
  await apply(page);

  await page.goto('/applications');
  await page.getByRole('button', { name: '撤回投递' }).click();
  await page.getByRole('button', { name: '确认撤回' }).click();
  await expect(page.getByText('已撤回')).toBeVisible();
  await page.goto(opening);
  await expect(page.getByText('投递过该岗位，可以再次投递')).toContainText('已撤回');
  await page.getByRole('button', { name: '投递', exact: true }).click();
  await apply(page);
});

/** The company on stage asks questions with some of its openings. */
async function openingThatAsks({ request }: Page, { fair, session }: Places): Promise<string> {
  const stage = await request.get(`/api/v1${session}`);
  const { companyId } = (await stage.json()) as { companyId: string };
  const list = await request.get(`/api/v1${fair}/job-postings?limit=100&companyId=${companyId}`);
  const { items } = (await list.json()) as { items: { id: string }[] };
  for (const { id } of items) {
    const opening = await request.get(`/api/v1/job-postings/${id}`);
    const { questions } = (await opening.json()) as { questions: unknown[] };
    if (questions.length > 0) return `${fair}/openings/${id}`;
  }
  throw new Error('No opening of the company on stage asks anything');
}

async function openForm(page: Page, opening: string): Promise<void> {
  await page.goto(`/sign-up?next=${encodeURIComponent(opening)}`);
  await signUp(page, '韩梅梅');
  await page.getByRole('button', { name: '投递', exact: true }).click();
}

async function apply(page: Page): Promise<void> {
  await answerQuestions(page);
  await page.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: '确认投递' }).click();
  await expect(page.getByText('投递成功')).toBeVisible();
}
