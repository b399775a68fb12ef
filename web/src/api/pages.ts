/** A list's answer as the server pages it. */
interface Page {
  nextCursor: string | null;
}

/** The options that every endless list shares. */
export const byCursor = {
  pageParamName: 'cursor',
  initialPageParam: null,
  getNextPageParam: (last: Page) => last.nextCursor,
} as const;
