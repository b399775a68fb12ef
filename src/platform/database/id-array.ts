/**
 * A parameter for `uuid[]`. Ids need no quotes; node-postgres escapes every element of an array, which
 * takes ten times as long on lists of some hundred.
 */
export function idArray(ids: readonly (string | null)[]): string {
  return `{${ids.map((id) => id ?? 'NULL').join()}}`;
}
