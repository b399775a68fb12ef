import type { Answer, Person } from '../../support/person.js';

/** Something that somebody tries over HTTP. */
export interface Attempt {
  readonly name: string;
  readonly by: (person: Person) => Promise<Answer<unknown>>;
}

export function attempt(
  name: string,
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Attempt {
  return { name, by: (person) => person.request(method, path, body, headers) };
}

const refusals = [403, 404, 422];

/** @returns what the person was not refused */
export async function granted(person: Person, attempts: readonly Attempt[]): Promise<string[]> {
  const passed: string[] = [];
  for (const { name, by } of attempts) {
    const { status } = await by(person);
    if (!refusals.includes(status)) passed.push(`${name}: ${status}`);
  }
  return passed;
}

/** @returns what the person was refused, with the answer */
export async function refused(person: Person, attempts: readonly Attempt[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, by } of attempts) {
    const { status, body } = await by(person);
    if (status >= 300) failed.push(`${name}: ${status} ${JSON.stringify(body)}`);
  }
  return failed;
}
