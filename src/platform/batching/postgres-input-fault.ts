/**
 * True when Postgres blames the data of a statement: SQLSTATE class 22 (data exception) or 23
 * (integrity constraint violation). Lost connections, deadlocks and time-outs are not the data's fault.
 */
export function isPostgresInputFault(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && /^2[23][0-9A-Z]{3}$/.test(error.code);
}
