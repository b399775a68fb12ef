import { randomBytes } from 'node:crypto';
import 'reflect-metadata';
import { createApi } from '../src/main.js';
import { AUTHENTICATION, IdentityService } from '../src/modules/identity/index.js';
import type { Authentication } from '../src/modules/identity/index.js';
import { loadConfig } from '../src/platform/config/config.js';
import { Database } from '../src/platform/database/database.js';

/**
 * The first administrator of an installation: there is no default account to forget.
 *
 * @returns the password, generated and shown once
 */
export async function createOperator(
  environment: Readonly<Record<string, string | undefined>>,
  operator: { email: string; name: string; organization: string },
): Promise<string> {
  const app = await createApi({ ...loadConfig(environment), workers: 'external' });
  await app.init();
  try {
    const password = randomBytes(12).toString('base64url');
    const { user } = await app
      .get<Authentication>(AUTHENTICATION)
      .api.signUpEmail({ body: { email: operator.email, name: operator.name, password } });
    await app.get(Database).transaction((transaction) =>
      app.get(IdentityService).createOrganization(transaction, {
        kind: 'operator',
        name: operator.organization,
        administratorId: user.id,
      }),
    );
    return password;
  } finally {
    await app.close();
  }
}

/** `create-operator <email> [name] [organization]` */
export async function main(parameters: readonly string[]): Promise<number> {
  const [email, name = 'Administrator', organization = 'Operator'] = parameters;
  if (!email?.includes('@')) {
    process.stderr.write('Usage: npm run operator -- <email> [name] [organization]\n');
    return 1;
  }
  try {
    const password = await createOperator(process.env, { email, name, organization });
    process.stdout.write(`Operator ${email} can sign in with the password ${password}\n`);
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : 'unknown fault';
    process.stderr.write(`The operator could not be created: ${message}\n`);
    return 1;
  }
}
