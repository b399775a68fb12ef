/**
 * The openings that a list shows: those that one can apply for now, or all that stand in the
 * fair and count, whatever became of them.
 */
export const openingStates = ['open', 'placed'] as const;
export type OpeningState = (typeof openingStates)[number];

/** What all codes of a region begin with: `310000` is `31`, `310100` is `3101` (GB/T 2260). */
export function regionPrefix(regionCode: string): string {
  return regionCode.replace(/(?:00){1,2}$/, '');
}
