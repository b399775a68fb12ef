/** One status or several with commas between them, as a query string carries them. */
export function statusListPattern(statuses: readonly string[]): RegExp {
  const one = `(?:${statuses.join('|')})`;
  return new RegExp(`^${one}(?:,${one}){0,${statuses.length - 1}}$`);
}

export function statusesOf<Status extends string>(list: string | undefined): Status[] | undefined {
  return list?.split(',') as Status[] | undefined;
}
