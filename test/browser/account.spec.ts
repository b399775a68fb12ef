import { randomBytes } from 'node:crypto';
import { expectNoBarrier } from './support/barriers.js';
import { phone } from './support/devices.js';
import { expect, test } from './support/fair-test.js';
import { accountOf, signInOverHttp, signUp } from './support/people.js';

interface MailPage {
  readonly items: readonly { template: string; content: { text: string } | null }[];
}

test.use(phone);

test('a wrong form says what is wrong, in the language that was chosen', async ({ page }) => {
  await page.goto('/sign-up');
  await page.locator('main').getByRole('button', { name: '注册' }).click();
  await expect(page.getByText('请填写姓名')).toBeVisible();
  await expect(page.getByText('请填写正确的邮箱')).toBeVisible();

  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a wrong password is refused without saying which of the two is wrong', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('邮箱').fill('nobody@people.example');
  await page.getByLabel('密码', { exact: true }).fill('not the password');
  await page.locator('main').getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText('邮箱或密码不正确');
});

test('signing up leads back to the page that asked for it, and signing out ends it', async ({
  page,
}) => {
  await page.goto('/applications');
  await page.locator('main').getByRole('link', { name: '登录' }).click();
  await page.getByRole('link', { name: '注册' }).last().click();
  await signUp(page, '韩梅梅');
  await expect(page.getByText('还没有投递')).toBeVisible();

  await page.goto('/account');
  await expect(page.getByRole('heading', { name: '韩梅梅' })).toBeVisible();
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('link', { name: '登录' }).first()).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText('登录后可以填写求职信息')).toBeVisible();
});

test('who could not be signed out is told so, and stays where they are', async ({ page, demo }) => {
  await signInOverHttp(page.request, accountOf(demo, /seeker|applicant/i));
  await page.route('**/api/auth/sign-out', (route) => route.abort());
  await page.goto('/account');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('alert')).toContainText('您仍处于登录状态');
  await page.unroute('**/api/auth/sign-out');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('link', { name: '登录' }).first()).toBeVisible();
});

test('a forgotten password is set anew by the link in a mail', async ({
  page,
  demo,
  baseURL,
  playwright,
}) => {
  const email = `${randomBytes(6).toString('hex')}@people.example`;
  const behind = await playwright.request.newContext({ baseURL });
  await behind.post('/api/auth/sign-up/email', {
    data: { name: '李雷', email, password: 'a password to forget' },
  });
  await page.goto('/sign-in?next=%2Fapplications');
  await page.getByRole('link', { name: '忘记密码' }).click();
  await expect(page.getByRole('heading', { name: '重置密码' })).toBeVisible();
  await page.getByLabel('邮箱').fill(email);
  await page.getByRole('button', { name: '发送链接' }).click();
  await expect(page.getByRole('heading', { name: '请查收邮件' })).toBeVisible();

  // Without a mail server the operator reads what is to be sent.
  await signInOverHttp(behind, accountOf(demo, /operator/));
  const mails = await behind.get('/api/v1/mail-messages?state=waiting');
  const { items } = (await mails.json()) as MailPage;
  const mail = items.find(({ template }) => template === 'identity.reset-password');
  await page.goto(/https?:\S+/.exec(mail?.content?.text ?? '')?.[0] ?? '');
  await page.getByLabel('密码', { exact: true }).fill('a password to keep');
  await page.getByRole('button', { name: '保存密码' }).click();
  await expect(page.getByRole('heading', { name: '密码已修改' })).toBeVisible();
  await expectNoBarrier(page);

  await page.locator('main').getByRole('link', { name: '登录' }).click();
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill('a password to keep');
  await page.locator('main').getByRole('button', { name: '登录' }).click();
  await expect(page).toHaveURL('/');
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: '李雷' })).toBeVisible();
  await behind.dispose();
});

test('an old link leads to a new one', async ({ page }) => {
  await page.goto('/reset-password?token=old');
  await page.getByLabel('密码', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: '保存密码' }).click();
  await expect(page.getByRole('alert')).toContainText('链接无效或已过期');
  await page.getByRole('link', { name: '重新获取链接' }).click();
  await expect(page.getByRole('heading', { name: '重置密码' })).toBeVisible();
});

test('changes of a profile wait until they are saved or given up', async ({ page, demo }) => {
  await signInOverHttp(page.request, accountOf(demo, /seeker|applicant/i));
  await page.goto('/account');
  const edit = page.getByRole('button', { name: '修改' });
  const words = page.getByLabel('个人简介');
  await edit.click();
  const before = await words.inputValue();
  await words.fill('做过三年仓库管理');
  await page.goto('/');
  await page.goto('/account');
  await expect(words).toHaveValue('做过三年仓库管理');
  await page.getByRole('button', { name: '取消' }).click();
  await edit.click();
  await expect(words).toHaveValue(before);
});

test('a screen may be dark, and stays so', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: '切换到深色' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
});
