import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../../platform/config/config.js';
import type { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { IdentityErrors } from './identity.errors.js';

/** Who tries: the account's e-mail address, and the network address that they come from. */
export interface SignInAttempt {
  readonly email: string;
  readonly address: string;
}

/**
 * NIST SP 800-63B allows an account at most 100 wrong passwords in a row. From one network far fewer
 * are enough, and there a stranger locks nobody out but those beside them.
 */
const limits = {
  ofAccount: { most: 100, minutes: 60 },
  ofAccountFromNetwork: { most: 10, minutes: 15 },
} as const;

/**
 * Ends the guessing of one account's password, whether or not there is such an account. Attempts that
 * are under way at the same moment may go past the limit by their number.
 */
@Injectable()
export class PasswordBrake {
  private readonly secret: string;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
  ) {
    this.secret = config.authSecret;
  }

  /** @returns `identity.too-many-wrong-passwords`, with the time until the next attempt, or nothing */
  async refusal(attempt: SignInAttempt): Promise<DomainError | undefined> {
    const [row] = await this.database.query<{ seconds: number | null }>(
      `SELECT ceil(extract(epoch FROM max(forgotten_at) - now()))::float8 AS seconds
       FROM wrong_password
       JOIN unnest($1::text[], $2::integer[]) AS guarded (key, most) USING (key)
       WHERE count >= most AND forgotten_at > now()`,
      [this.keysOf(attempt), mostWrong],
    );
    if (!row?.seconds) return undefined;
    return new DomainError(IdentityErrors['identity.too-many-wrong-passwords'], {
      minutes: Math.ceil(row.seconds / 60),
      retryAfterSeconds: row.seconds,
    });
  }

  async wrong(attempt: SignInAttempt): Promise<void> {
    await this.database.query(
      `INSERT INTO wrong_password (key, count, forgotten_at)
       SELECT key, 1, now() + make_interval(mins => minutes)
       FROM unnest($1::text[], $2::integer[]) AS guarded (key, minutes) ORDER BY key
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN wrong_password.forgotten_at > now() THEN wrong_password.count + 1 ELSE 1 END,
         forgotten_at = CASE WHEN wrong_password.forgotten_at > now() THEN wrong_password.forgotten_at
           ELSE excluded.forgotten_at END`,
      [this.keysOf(attempt), minutesKept],
    );
  }

  /** After the right password, or a new one: the account starts afresh. What is over goes as well. */
  async right(attempt: SignInAttempt): Promise<void> {
    await this.database.query(
      `DELETE FROM wrong_password WHERE key IN (
         SELECT key FROM wrong_password WHERE key = ANY($1) OR forgotten_at < now()
         ORDER BY key FOR UPDATE SKIP LOCKED)`,
      [this.keysOf(attempt)],
    );
  }

  private keysOf({ email, address }: SignInAttempt): [string, string] {
    const account = email.toLowerCase();
    return [this.keyOf(account), this.keyOf(`${account} ${networkOf(address)}`)];
  }

  private keyOf(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url');
  }
}

const kinds = [limits.ofAccount, limits.ofAccountFromNetwork];
const mostWrong = kinds.map(({ most }) => most);
const minutesKept = kinds.map(({ minutes }) => minutes);

/** One household has a whole /64 of IPv6; an IPv4 address written as IPv6 stays one. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  const [, mapped] = /^::ffff:([\d.]+)$/i.exec(bare) ?? [];
  if (mapped || !isIPv6(bare)) return mapped ?? bare;
  // The address parser of URLs writes all the shorthands in one way, IPv4 endings in two groups.
  const short = new URL(`http://[${bare}]`).hostname.slice(1, -1);
  const [head = '', tail] = short.split('::');
  const groupsOf = (part: string) => part.split(':').filter((group) => group !== '');
  const [first, last] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
