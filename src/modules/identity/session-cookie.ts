import { createHmac, timingSafeEqual } from 'node:crypto';

/** better-auth signs `token.signature` with HMAC-SHA-256 and percent-encodes the cookie. */
export const cookiePrefix = 'cloudfair';

const mostKnown = 10_000;

export function sessionCookieName(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}${cookiePrefix}.session_token`;
}

/** The cookie header value for a token, as better-auth would set it. */
export function writeSessionCookie(name: string, token: string, secret: string): string {
  return `${name}=${encodeURIComponent(`${token}.${signatureOf(token, secret).toString('base64')}`)}`;
}

/**
 * Takes the session token out of a cookie header. A signature that was right stays right, so it
 * is computed once per cookie; whether the session still lives is asked at every request.
 */
export class SessionCookieReader {
  private readonly knownTokens = new Map<string, string>();

  constructor(
    private readonly name: string,
    private readonly secret: string,
  ) {}

  /** @returns the session token, or `null` when there is none or its signature is not ours */
  read(cookieHeader: string | undefined): string | null {
    const signed = cookieValue(cookieHeader, this.name);
    if (signed === null) return null;
    const known = this.knownTokens.get(signed);
    if (known !== undefined) return known;
    const token = this.verify(signed);
    if (token !== null) this.remember(signed, token);
    return token;
  }

  private verify(encoded: string): string | null {
    const signed = decoded(encoded);
    const separator = signed.lastIndexOf('.');
    if (separator < 1) return null;
    const token = signed.slice(0, separator);
    const given = Buffer.from(signed.slice(separator + 1), 'base64');
    const expected = signatureOf(token, this.secret);
    return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
  }

  private remember(signed: string, token: string): void {
    if (this.knownTokens.size >= mostKnown) this.knownTokens.clear();
    this.knownTokens.set(signed, token);
  }
}

function signatureOf(token: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(token).digest();
}

function cookieValue(header: string | undefined, name: string): string | null {
  const start = `${name}=`;
  const part = header
    ?.split(';')
    .map((entry) => entry.trim())
    .find((entry) => entry.startsWith(start));
  return part?.slice(start.length) ?? null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
