/** Postgres errors by SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html */
function sqlState(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== '23505') return false;
  return constraint === undefined || (error as { constraint?: string }).constraint === constraint;
}

export function isForeignKeyViolation(error: unknown): boolean {
  return sqlState(error) === '23503';
}

/** Text or numbers that no column can hold; the validation let them through. */
export function isUnstorableInput(error: unknown): boolean {
  return ['22P05', '22021', '22003', '22P02', '22008'].includes(sqlState(error));
}

const lostConnectionMessages = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Client was closed',
  'Connection ended unexpectedly',
];

/** The database is away, restarting or full: worth trying again, and nobody's input is to blame. */
export function isDatabaseUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  if (/^(08|53|57P)/.test(state) || ['55P03', '40001', '40P01'].includes(state)) return true;
  if (['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'].includes(state)) return true;
  const message = error instanceof Error ? error.message : '';
  return lostConnectionMessages.some((part) => message.includes(part));
}
