import { createHmac, timingSafeEqual } from 'node:crypto';

/** better-auth signs `token.signature` with HMAC-SHA-256 and percent-encodes the cookie. */
export const cookiePrefix = 'cloudfair';

export function sessionCookieName(secure: boolean): string {
  return `${secure ? '__Secure-' : ''}${cookiePrefix}.session_token`;
}

/** @returns the session token, or `null` when there is none or its signature is not ours */
export function readSessionToken(
  cookieHeader: string | undefined,
  name: string,
  secret: string,
): string | null {
  const signed = cookieValue(cookieHeader, name);
  const separator = signed?.lastIndexOf('.') ?? -1;
  if (!signed || separator < 1) return null;
  const token = signed.slice(0, separator);
  const given = Buffer.from(signed.slice(separator + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

/** The cookie header value for a token, as better-auth would set it. */
export function writeSessionCookie(name: string, token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `${name}=${encodeURIComponent(`${token}.${signature}`)}`;
}

function cookieValue(header: string | undefined, name: string): string | null {
  const start = `${name}=`;
  const part = header
    ?.split(';')
    .map((entry) => entry.trim())
    .find((entry) => entry.startsWith(start));
  if (part === undefined) return null;
  try {
    return decodeURIComponent(part.slice(start.length));
  } catch {
    return null;
  }
}
