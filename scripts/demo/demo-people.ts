import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityService } from '../../src/modules/identity/index.js';
import { Database } from '../../src/platform/database/database.js';
import { DemoPerson } from './demo-person.js';

/** One account for each thing that people do here. */
const roles = {
  operator: '平台管理员 Operator',
  organizer: '孙主任 Organizer',
  employer: '李经理 Employer',
  recruiter: '王专员 Recruiter',
  host: '小周 Host',
  jobseeker: '陈晓雨 Jobseeker',
} as const;

type Role = keyof typeof roles;

export type DemoPeople = Readonly<Record<Role, DemoPerson>> & {
  readonly organizerId: string;
  readonly accounts: readonly DemoAccount[];
};

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

interface Me {
  readonly memberships: readonly {
    readonly organizationId: string;
    readonly organizationKind: string;
  }[];
}

/** Opens the accounts with one password, made for this installation. */
export async function enterPeople(app: NestFastifyApplication): Promise<DemoPeople> {
  const password = randomBytes(9).toString('base64url');
  const entries: [Role, DemoPerson][] = [];
  for (const [role, name] of Object.entries(roles) as [Role, string][]) {
    const email = `${role}@demo.example`;
    entries.push([role, await DemoPerson.enter(app, { name, email }, password)]);
  }
  const people = Object.fromEntries(entries) as Record<Role, DemoPerson>;
  await makeOperator(app, people.operator);
  return {
    ...people,
    organizerId: await organizerOf(people),
    accounts: entries.map(([role, { email }]) => ({ role, email, password })),
  };
}

/** @returns the organization of a kind in which the person is, if there is one */
export async function organizationOf(
  person: DemoPerson,
  kind: string,
): Promise<string | undefined> {
  const { memberships } = await person.get<Me>('/me');
  return memberships.find(({ organizationKind }) => organizationKind === kind)?.organizationId;
}

/** The one thing that nobody can be given over HTTP. */
async function makeOperator(app: NestFastifyApplication, person: DemoPerson): Promise<void> {
  if (await organizationOf(person, 'operator')) return;
  await app.get(Database).transaction((transaction) =>
    app.get(IdentityService).createOrganization(transaction, {
      kind: 'operator',
      name: '云聘平台 Cloudfair',
      administratorId: person.userId,
    }),
  );
}

async function organizerOf({ operator, organizer }: Record<Role, DemoPerson>): Promise<string> {
  const known = await organizationOf(organizer, 'organizer');
  if (known) return known;
  const { id } = await operator.post<{ id: string }>('/organizations', {
    kind: 'organizer',
    name: '滨江区就业促进中心',
    administratorEmail: organizer.email,
  });
  return id;
}
