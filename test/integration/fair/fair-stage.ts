import { Reconciler } from '../../../src/platform/counters/reconciler.js';
import type { Employer } from '../../support/employer.js';
import { expectOk } from '../../support/employer.js';
import { makeOrganizer } from '../../support/organizations.js';
import type { Person } from '../../support/person.js';
import type { TestApp } from '../../support/start-app.js';

const hour = 3_600_000;

export interface FairBody {
  id: string;
  status: string;
  version: number;
  name: string;
  opensAt: string;
  closesAt: string;
}

export interface BoothBody {
  id: string;
  companyId: string;
  status: string;
  position: number | null;
  decisionReason: string | null;
  jobPostingCount: number;
}

export interface Listed<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** A moment so many hours from now, as the wire carries it. */
export function inHours(hours: number): string {
  return new Date(Date.now() + hours * hour).toISOString();
}

export function fairPlan(changes: object = {}) {
  return {
    name: '张江春季云招聘会',
    regionCode: '310115',
    opensAt: inHours(1),
    closesAt: inHours(9),
    ...changes,
  };
}

export async function organizer(app: TestApp): Promise<Person> {
  const person = await app.person('周老师');
  await makeOrganizer(app, person);
  return person;
}

/** A fair that was taken through these steps. */
export async function fairAt(
  person: Person,
  steps: readonly string[] = [],
  changes: object = {},
): Promise<string> {
  const created = await expectOk(person.post<FairBody>('/api/v1/fairs', fairPlan(changes)));
  for (const to of steps) await move(person, created.body.id, to);
  return created.body.id;
}

export async function move(person: Person, fairId: string, to: string): Promise<void> {
  await expectOk(person.post(`/api/v1/fairs/${fairId}/transitions`, { to }));
}

export async function applyForBooth(employer: Employer, fairId: string): Promise<string> {
  const { person, companyId } = employer;
  const path = `/api/v1/fairs/${fairId}/booths`;
  const applied = await expectOk(person.post<BoothBody>(path, { companyId }));
  return applied.body.id;
}

export async function show(
  { person }: Employer,
  fairId: string,
  boothId: string,
  jobPostingIds: readonly string[],
): Promise<void> {
  const path = `/api/v1/fairs/${fairId}/booths/${boothId}/job-postings`;
  await expectOk(person.request('PUT', path, { jobPostingIds }));
}

export async function decide(
  person: Person,
  fairId: string,
  boothId: string,
  to: string,
): Promise<void> {
  await expectOk(person.post(`/api/v1/fairs/${fairId}/booths/${boothId}/transitions`, { to }));
}

/** The counters of a scope that this module keeps; 0 is left out. */
export async function counted(app: TestApp, scope: string): Promise<Record<string, number>> {
  const rows = await app.database.query<{ metric: string; value: number }>(
    `SELECT metric, value FROM counter
     WHERE scope = $1 AND value <> 0
       AND metric IN ('fairs', 'companies', 'postings', 'headcount', 'views', 'visitors')
     ORDER BY metric`,
    [scope],
  );
  return Object.fromEntries(rows.map(({ metric, value }) => [metric, value]));
}

export function statusesOf(answers: readonly { readonly status: number }[]): number[] {
  return answers.map((answer) => answer.status).sort((one, other) => one - other);
}

/** What the counters say otherwise than the rows that they count. */
export async function differences(app: TestApp): Promise<readonly unknown[]> {
  return app.app.get(Reconciler).reconcile();
}

export async function until(condition: () => Promise<boolean>, seconds = 15): Promise<void> {
  const deadline = Date.now() + seconds * 1_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not true within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
