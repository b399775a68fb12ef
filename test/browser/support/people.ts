import { randomBytes } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import type { Demo, DemoAccount } from './server.js';

export const password = 'a long enough password';

/**
 * Signs a new jobseeker up through the form, as a visitor would.
 *
 * @returns the e-mail address
 */
export async function signUp(page: Page, name: string): Promise<string> {
  const email = `${randomBytes(6).toString('hex')}@people.example`;
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: '注册' }).click();
  return email;
}

export function accountOf(demo: Demo, role: RegExp): DemoAccount {
  const account = demo.accounts.find((candidate) => role.test(candidate.role));
  if (account === undefined) throw new Error(`The demo has no account like ${role.source}`);
  return account;
}

/** Signs in without a page: for those who act behind the scenes. */
export async function signInOverHttp(
  request: APIRequestContext,
  { email, password: secret }: DemoAccount,
): Promise<void> {
  const answer = await request.post('/api/auth/sign-in/email', {
    data: { email, password: secret },
  });
  if (!answer.ok()) throw new Error(`Sign-in of ${email} answered ${answer.status()}`);
}
