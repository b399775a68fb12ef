/** Does a fixed number of things, so many at a time; each caller starts the next when its last is done. */
export async function closedLoop(
  count: number,
  callers: number,
  work: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: callers }, caller));
}
