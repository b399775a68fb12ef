import { AxeBuilder } from '@axe-core/playwright';
import { expect } from './fair-test.js';
import type { Page } from './fair-test.js';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** All rules in light colours; in dark ones nothing but the colours is new. */
export async function expectNoBarrier(page: Page): Promise<void> {
  await showColours(page, 'light');
  await expectNothingFound(new AxeBuilder({ page }).withTags(standards), 'in light colours');
  await showColours(page, 'dark');
  await expectNothingFound(new AxeBuilder({ page }).withRules('color-contrast'), 'in dark colours');
}

/** Switches and waits until nothing fades any more: half-way colours have no contrast to judge. */
async function showColours(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-mantine-color-scheme', colorScheme);
  await html.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
}

async function expectNothingFound(axe: AxeBuilder, colours: string): Promise<void> {
  const { violations, incomplete } = await axe.analyze();
  // A text in the very colour of its ground counts as undecided with axe; nobody can read it.
  const invisible = incomplete.map(({ id, nodes }) => ({
    id,
    nodes: nodes.filter(({ any }) => any.some(({ data }) => isEqualRatio(data))),
  }));
  const found = [...violations, ...invisible].flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}`),
  );
  expect(found, colours).toEqual([]);
}

function isEqualRatio(data: unknown): boolean {
  return (data as { messageKey?: unknown } | null)?.messageKey === 'equalRatio';
}
