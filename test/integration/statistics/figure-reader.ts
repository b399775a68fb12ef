import { expectOk } from '../../support/employer.js';
import type { Person } from '../../support/person.js';

export interface Figure {
  readonly key: string;
  readonly value: number | null;
  readonly unit: string;
  readonly list: string | null;
}

export interface Figures {
  readonly scope: string;
  readonly id: string | null;
  readonly takenAt: string;
  readonly figures: readonly Figure[];
}

export interface Rows<Row = Record<string, unknown>> {
  readonly items: Row[];
  readonly nextCursor: string | null;
}

/** @param path below /statistics, for example `fairs/<id>` */
export async function figuresAt(person: Person, path: string): Promise<Figures> {
  return (await expectOk(person.get<Figures>(`/api/v1/statistics/${path}`))).body;
}

export async function valuesAt(
  person: Person,
  path: string,
): Promise<Record<string, number | null>> {
  const { figures } = await figuresAt(person, path);
  return Object.fromEntries(figures.map(({ key, value }) => [key, value]));
}

/** Every row of a list, read in small pages. */
export async function allRows<Row>(person: Person, path: string): Promise<Row[]> {
  const rows: Row[] = [];
  const joint = path.includes('?') ? '&' : '?';
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? 'limit=2' : `limit=2&cursor=${cursor}`;
    const page = await expectOk(person.get<Rows<Row>>(`${path}${joint}${query}`));
    rows.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return rows;
}

/** What a list adds up to for the figure that opens it: people for headcounts, rows for all else. */
export async function countedAt(person: Person, { key, list }: Figure): Promise<number> {
  const rows = await allRows<{ headcount?: number }>(person, list ?? '');
  if (key !== 'headcount') return rows.length;
  return rows.reduce((sum, row) => sum + (row.headcount ?? 0), 0);
}
