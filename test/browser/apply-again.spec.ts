import { answerQuestions, continueToQuestions, fillDetails } from './support/applying.js';
import { phone } from './support/devices.js';
import { expect, test } from './support/fair-test.js';
import type { Page, Places } from './support/fair-test.js';
import { password, signUp } from './support/people.js';

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
  // Two taps in haste take nothing back.
  await page.getByRole('button', { name: '撤回投递' }).dblclick();
  await expect(page.getByRole('button', { name: '撤回投递' })).toBeVisible();
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

test('a tap on the button counts while a skill is still being typed', async ({ page, places }) => {
  await openForm(page, `${places.fair}/openings/${places.opening}`);
  await fillDetails(page);
  await page
    .getByRole('combobox', { name: '技能' })
    .pressSequentially('叉车，焊工、电气自动化设备调试');
  await page.getByRole('button', { name: '下一步' }).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await page
    .getByRole('button', { name: '下一步' })
    .boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await expect(page.getByRole('button', { name: '确认投递' })).toBeVisible();
  for (const skill of ['叉车', '焊工', '电气自动化设备调试']) {
    await expect(page.getByText(skill)).toBeVisible();
  }
});

test('the next field opens at the first tap after a choice', async ({ page, places }) => {
  await openForm(page, `${places.fair}/openings/${places.opening}`);
  await page.getByRole('combobox', { name: '期望职业' }).fill('工程技术');
  await page.getByRole('option', { name: '工程技术人员' }).click();
  const { x, y, width, height } = (await page
    .getByRole('combobox', { name: '学历' })
    .boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  await expect(page.getByRole('option', { name: '本科' })).toBeVisible();
});

test('an application that cannot be sent says so above the button, and goes on by itself', async ({
  page,
  places,
}) => {
  await openForm(page, `${places.fair}/openings/${places.opening}`);
  await fillDetails(page);
  await continueToQuestions(page);
  await answerQuestions(page);
  await page.getByRole('checkbox').last().check();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '确认投递' }).click();
  const waiting = page.getByRole('status').filter({ hasText: '网络已断开' }).last();
  await expect(waiting).toBeInViewport({ ratio: 1 });
  await page.context().setOffline(false);
  await expect(page.getByText('投递成功')).toBeVisible();
});

test('a session that ended leads to the sign-in, and nothing filled in is lost', async ({
  page,
  places,
}) => {
  const email = await openForm(page, `${places.fair}/openings/${places.opening}`);
  await fillDetails(page);
  await page.context().clearCookies();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('link', { name: '登录后投递' })).toBeVisible();
  await page.getByRole('link', { name: '登录后投递' }).click();
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '投递', exact: true }).click();
  await expect(page.getByLabel('手机号')).toHaveValue('13800001234');
});

async function openForm(page: Page, opening: string): Promise<string> {
  await page.goto(`/sign-up?next=${encodeURIComponent(opening)}`);
  const email = await signUp(page, '韩梅梅');
  await page.getByRole('button', { name: '投递', exact: true }).click();
  return email;
}

async function apply(page: Page): Promise<void> {
  await answerQuestions(page);
  await page.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: '确认投递' }).click();
  await expect(page.getByText('投递成功')).toBeVisible();
}
