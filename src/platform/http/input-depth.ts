/** No input of ours has more than four levels. */
const mostLevels = 20;

/** Whoever walks through an input does so level by level, and thousands of levels end the stack. */
export function isTooDeep(input: unknown): boolean {
  return isDeeperThan(mostLevels, input);
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part));
}
