import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { sessionCookieName, writeSessionCookie } from '../../src/modules/identity/index.js';
import { newId } from '../../src/platform/ids/new-id.js';
import type { HttpClient } from './http-client.js';
import type { SeasonJobseeker } from './season.types.js';

/** So many jobseekers sign up for real, with argon2; the others would cost minutes of hashing. */
const realSignUps = 20;

export interface Account {
  readonly userId: string;
  readonly cookie: string;
}

export interface JobseekerAccounts {
  /** By the index of the jobseeker. */
  readonly cookies: readonly string[];
  readonly signedUp: number;
  readonly seeded: number;
}

/** Signs up over HTTP, as everybody does. */
export async function signUp(
  http: HttpClient,
  person: { readonly name: string; readonly email: string },
): Promise<Account> {
  const password = randomBytes(18).toString('base64url');
  const answer = await http.send('POST', '/api/auth/sign-up/email', {
    body: { ...person, password },
  });
  const cookie = answer.headers['set-cookie']?.map((set) => set.split(';', 1)[0]).join('; ');
  if (answer.status !== 200 || !cookie) {
    throw new Error(`Signing up: ${answer.status} ${answer.text.slice(0, 300)}`);
  }
  const { user } = JSON.parse(answer.text) as { user: { id: string } };
  return { userId: user.id, cookie };
}

/** A few sign up; the accounts and sessions of all others are written into the database at once. */
export async function openJobseekerAccounts(
  http: HttpClient,
  database: Pool,
  authSecret: string,
  jobseekers: readonly SeasonJobseeker[],
): Promise<JobseekerAccounts> {
  const cookies: string[] = [];
  const signingUp = jobseekers.slice(0, realSignUps);
  for (const { name, email } of signingUp)
    cookies.push((await signUp(http, { name, email })).cookie);
  const others = jobseekers.slice(realSignUps).map((jobseeker) => ({
    id: newId(),
    name: jobseeker.name,
    email: jobseeker.email,
    sessionId: newId(),
    token: randomBytes(24).toString('base64url'),
  }));
  await database.query(
    `INSERT INTO "user" (id, name, email) SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])`,
    [others.map(({ id }) => id), others.map(({ name }) => name), others.map(({ email }) => email)],
  );
  await database.query(
    `INSERT INTO session (id, token, "userId", "expiresAt")
     SELECT given.*, now() + interval '1 day' FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS given`,
    [
      others.map(({ sessionId }) => sessionId),
      others.map(({ token }) => token),
      others.map(({ id }) => id),
    ],
  );
  const cookieName = sessionCookieName(false);
  for (const { token } of others) cookies.push(writeSessionCookie(cookieName, token, authSecret));
  return { cookies, signedUp: signingUp.length, seeded: others.length };
}

export interface OrganizerAccount extends Account {
  readonly organizerId: string;
}

/** A person who runs the platform, which nobody can be given over HTTP, and the bureau of the fairs. */
export async function openOrganizerAccount(
  http: HttpClient,
  database: Pool,
): Promise<OrganizerAccount> {
  const email = 'operator@example.com';
  const account = await signUp(http, { name: '平台管理员', email });
  const organizationId = newId();
  await database.query(
    `WITH created AS (
       INSERT INTO organization (id, kind, name) VALUES ($1, 'operator', '云聘平台')
     )
     INSERT INTO membership (organization_id, user_id, role) VALUES ($1, $2, 'administrator')`,
    [organizationId, account.userId],
  );
  const { id } = await http.json<{ id: string }>('POST', '/api/v1/organizations', {
    cookie: account.cookie,
    body: { kind: 'organizer', name: '浦东新区就业促进中心', administratorEmail: email },
  });
  return { ...account, organizerId: id };
}
