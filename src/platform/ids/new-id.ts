import { v7 } from 'uuid';

/** A time-ordered UUIDv7: rows created together stay together in every index. */
export function newId(): string {
  return v7();
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text can be given to Postgres as a uuid. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && uuidPattern.test(text);
}
