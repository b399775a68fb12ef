import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import type { Config } from '../../platform/config/config.js';
import type { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/new-id.js';
import type { MailOutbox } from '../../platform/mail/mail-outbox.js';
import { resetPasswordMail, verifyEmailMail } from './identity.mails.js';
import { cookiePrefix } from './session-cookie.js';

/** OWASP's argon2id setting: 19 MiB, two passes; 28 ms here, outside the event loop. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The client's address as our proxy setting understands it, set by the HTTP handler only. */
export const clientAddressHeader = 'x-cloudfair-client-address';

const sevenDays = 7 * 24 * 3_600;

/** Accounts, sessions, passwords: better-auth on our tables. */
export function createAuthentication(config: Config, database: Database, mails: MailOutbox) {
  const mailTo = async (recipientId: string, template: string, url: string, token: string) => {
    await database.transaction((transaction) =>
      mails.add(transaction, [
        { key: `${template}:${token}`, recipientId, template, parameters: { url } },
      ]),
    );
  };
  return betterAuth({
    appName: 'Cloudfair',
    baseURL: config.publicUrl,
    basePath: '/api/auth',
    secret: config.authSecret,
    database: database.pool,
    trustedOrigins: [...config.allowedOrigins],
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      autoSignIn: true,
      revokeSessionsOnPasswordReset: true,
      password: {
        hash: (password) => hash(password, argon2id),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
      sendResetPassword: ({ user, url, token }) => mailTo(user.id, resetPasswordMail, url, token),
    },
    emailVerification: {
      sendVerificationEmail: ({ user, url, token }) => mailTo(user.id, verifyEmailMail, url, token),
    },
    user: {
      additionalFields: { locale: { type: ['zh-CN', 'en'], required: false, input: true } },
    },
    session: { expiresIn: sevenDays, updateAge: 24 * 3_600 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 600,
      // A whole campus signs in behind one address when a fair opens.
      customRules: {
        '/sign-in/email': { window: 60, max: 300 },
        '/sign-up/email': { window: 60, max: 300 },
        '/request-password-reset': { window: 60, max: 20 },
      },
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: config.publicUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: () => newId() },
    },
  });
}

export type Authentication = ReturnType<typeof createAuthentication>;
export const AUTHENTICATION = Symbol('AUTHENTICATION');
