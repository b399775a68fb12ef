import type { APIRequestContext, Browser } from '@playwright/test';
import { answerQuestions, continueToQuestions, fillDetails } from './support/applying.js';
import { phone, desk } from './support/devices.js';
import { expect, test } from './support/fair-test.js';
import type { Page } from './support/fair-test.js';
import { accountOf, signInOverHttp, signUp } from './support/people.js';

test.use(phone);

test('a phone applies from the pushed card, and the wall in a second browser counts it', async ({
  page,
  browser,
  baseURL,
  playwright,
  demo,
}) => {
  test.slow();
  const host = await playwright.request.newContext({ baseURL });
  await signInOverHttp(host, accountOf(demo, /host|employer|recruiter/i));
  const wall = await openWall(browser, new URL(demo.wallUrl, baseURL).href);
  const before = await countOn(wall);

  await page.goto(demo.sessionUrl);
  const opening = await pushCard(host, demo.sessionUrl);
  const card = page.getByRole('region', { name: '主播推荐的岗位' });
  await card.getByRole('link', { name: `投递：${opening.title}` }).click();
  await page.getByRole('link', { name: '登录后投递' }).click();
  await page.getByRole('link', { name: '注册' }).last().click();
  await signUp(page, '李雷');

  // Back at the card, signed in, with the form open; the details are asked for once.
  const panel = page.getByRole('dialog', { name: opening.title });
  await fillDetails(page);
  await continueToQuestions(page);
  await answerQuestions(page);
  await panel.getByRole('checkbox', { name: opening.companyName }).check();
  await panel.getByRole('button', { name: '确认投递' }).click();

  await expect(panel.getByText('已投递').first()).toBeVisible();
  await expect(wall.getByRole('link', { name: '投递简历' })).toContainText(grouped(before + 1));
  await expect(panel.getByText('匹配度', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: '关闭' }).click();
  await expect(card.getByText('已投递').first()).toBeVisible();
  await wall.context().close();
  await host.dispose();
});

test('every card that is pushed comes into view, one after the other', async ({
  page,
  baseURL,
  playwright,
  demo,
}) => {
  const host = await playwright.request.newContext({ baseURL });
  await signInOverHttp(host, accountOf(demo, /host|employer|recruiter/i));
  await page.goto(demo.sessionUrl);
  const card = page.getByRole('region', { name: '主播推荐的岗位' });
  for (const place of [-1, -2, -3]) {
    const opening = await pushCard(host, demo.sessionUrl, place);
    const link = card.getByRole('link', { name: opening.title, exact: true });
    await expect(link).toBeInViewport({ ratio: 1 });
  }
  await host.dispose();
});

interface Opening {
  readonly id: string;
  readonly title: string;
  readonly companyName: string;
}

/** The host pushes an opening of the company that has the stage. */
async function pushCard(host: APIRequestContext, sessionUrl: string, place = -1): Promise<Opening> {
  const id = new URL(sessionUrl, 'http://fair').pathname.split('/').at(-1) ?? '';
  const session = await host.get(`/api/v1/live-sessions/${id}`);
  const { fairId, companyId } = (await session.json()) as { fairId: string; companyId: string };
  const list = await host.get(`/api/v1/fairs/${fairId}/job-postings`, {
    params: companyId ? { companyId } : {},
  });
  const { items } = (await list.json()) as { items: Opening[] };
  const opening = items.at(place);
  if (opening === undefined) throw new Error('The company on stage has no opening');
  await host.delete(`/api/v1/live-sessions/${id}/cards/${opening.id}`);
  const pushed = await host.post(`/api/v1/live-sessions/${id}/cards`, {
    data: { jobPostingId: opening.id },
  });
  expect(pushed.ok(), await pushed.text()).toBe(true);
  return opening;
}

async function openWall(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ ...desk, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByText('实时', { exact: true })).toBeVisible();
  return page;
}

async function countOn(wall: Page): Promise<number> {
  const text = await wall.getByRole('link', { name: '投递简历' }).innerText();
  return Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
}

const grouped = (count: number): string => new Intl.NumberFormat('zh-CN').format(count);
