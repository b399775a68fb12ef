import type { TestApp } from './start-app.js';
import { newId } from '../../src/platform/ids/new-id.js';
import type { Person } from './person.js';

/** Makes a person an operator's administrator: the first one has nobody to ask. */
export async function makeOperator(app: TestApp, person: Person): Promise<string> {
  return makeMember(app, person, 'operator', '浦东新区就业促进中心');
}

export async function makeOrganizer(app: TestApp, person: Person): Promise<string> {
  return makeMember(app, person, 'organizer', '张江高校毕业生就业服务站');
}

/** @returns the id of a new organization in which the person has the role */
export async function makeMember(
  app: TestApp,
  person: Person,
  kind: 'operator' | 'organizer' | 'employer',
  name: string,
  role = 'administrator',
): Promise<string> {
  const organizationId = newId();
  await app.database.query('INSERT INTO organization (id, kind, name) VALUES ($1, $2, $3)', [
    organizationId,
    kind,
    name,
  ]);
  await app.database.query(
    'INSERT INTO membership (organization_id, user_id, role) VALUES ($1, $2, $3)',
    [organizationId, person.userId, role],
  );
  return organizationId;
}
