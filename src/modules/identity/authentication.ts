import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import type { Config } from '../../platform/config/config.js';
import type { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import type { MailOutbox } from '../../platform/mail/mail-outbox.js';
import type { PasswordBrake } from './password-brake.js';
import { resetPasswordMail, verifyEmailMail } from './identity.mails.js';
import { cookiePrefix } from './session-cookie.js';

/** OWASP's argon2id setting: 19 MiB, two passes; 28 ms here, outside the event loop. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The client's address as our proxy setting understands it, set by the HTTP handler only. */
export const clientAddressHeader = 'x-cloudfair-client-address';

export const authenticationPath = '/api/auth';

const sevenDays = 7 * 24 * 3_600;

/** A whole campus signs in behind one address when a fair opens. */
const rateLimit = {
  enabled: true,
  storage: 'database' as const,
  window: 60,
  max: 600,
  customRules: {
    '/sign-in/email': { window: 60, max: 300 },
    '/sign-up/email': { window: 60, max: 300 },
    '/request-password-reset': { window: 60, max: 20 },
  },
};

interface LinkMail {
  readonly user: { readonly id: string };
  readonly url: string;
  readonly token: string;
}

export const passwordLength = { least: 10, most: 128 } as const;

/** Accounts, sessions, passwords: better-auth on our tables. */
export function createAuthentication(
  config: Config,
  database: Database,
  mails: MailOutbox,
  brake: PasswordBrake,
) {
  return betterAuth({
    appName: 'Cloudfair',
    baseURL: config.publicUrl,
    basePath: authenticationPath,
    secret: config.authSecret,
    database: database.pool,
    trustedOrigins: [...config.allowedOrigins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      ...passwords,
      sendResetPassword: (mail) =>
        addLinkMail(database, mails, resetPasswordMail, {
          ...mail,
          url: new URL(`/reset-password?token=${mail.token}`, config.publicUrl).href,
        }),
      onPasswordReset: ({ user: { email } }, request) =>
        brake.right({ email, address: request?.headers.get(clientAddressHeader) ?? '' }),
    },
    emailVerification: {
      sendVerificationEmail: (mail) => addLinkMail(database, mails, verifyEmailMail, mail),
    },
    user: {
      additionalFields: { locale: { type: ['zh-CN', 'en'], required: false, input: true } },
    },
    session: { expiresIn: sevenDays, updateAge: 24 * 3_600 },
    rateLimit,
    advanced: advancedOptions(config),
  });
}

function advancedOptions(config: Config) {
  return {
    cookiePrefix,
    useSecureCookies: config.publicUrl.startsWith('https:'),
    // Foreign pages are refused before any route (`isTrustedOrigin`), here as everywhere. The
    // library's own rule knows fixed addresses only: it would refuse a phone in the same network.
    disableCSRFCheck: true,
    // Links lead to our own pages; said, because the library drops this where NODE_ENV is test.
    disableOriginCheck: false,
    ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    database: { generateId: () => newId() },
  };
}

const passwords = {
  enabled: true,
  minPasswordLength: passwordLength.least,
  maxPasswordLength: passwordLength.most,
  autoSignIn: true,
  revokeSessionsOnPasswordReset: true,
  password: {
    hash: (password: string) => hash(password, argon2id),
    verify: ({ hash: stored, password }: { hash: string; password: string }) =>
      verify(stored, password),
  },
};

async function addLinkMail(
  database: Database,
  mails: MailOutbox,
  template: string,
  { user, url, token }: LinkMail,
): Promise<void> {
  await database.transaction((transaction) =>
    mails.add(transaction, [
      { key: `${template}:${token}`, recipientId: user.id, template, parameters: { url } },
    ]),
  );
}

export type Authentication = ReturnType<typeof createAuthentication>;
export const AUTHENTICATION = Symbol('AUTHENTICATION');
