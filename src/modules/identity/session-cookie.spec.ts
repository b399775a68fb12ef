import { SessionCookieReader, sessionCookieName, writeSessionCookie } from './session-cookie.js';

const name = sessionCookieName(false);
const cookie = writeSessionCookie(name, 'token', 'our secret');
const reader = new SessionCookieReader(name, 'our secret');

describe('the session cookie', () => {
  it.each([
    ['alone', cookie],
    ['again', cookie],
    ['among others', `theme=dark; ${cookie}; language=en`],
  ])('gives its token: %s', (_, header) => {
    expect(reader.read(header)).toBe('token');
  });

  it.each([
    ['no cookie', undefined],
    ['another cookie', 'theme=dark'],
    ['no signature', `${name}=token`],
    ['no token', `${name}=.signature`],
    ['broken text', `${name}=%E0%A4%A`],
    ['another name', cookie.replace(name, `x${name}`)],
    ['another token', cookie.replace('token.', 'tokem.')],
    ['a longer token', cookie.replace('token.', 'token.token.')],
    ['another secret', writeSessionCookie(name, 'token', 'their secret')],
  ])('gives nothing for %s, before and after a right one', (_, header) => {
    const fresh = new SessionCookieReader(name, 'our secret');
    expect(fresh.read(header)).toBeNull();
    expect(fresh.read(cookie)).toBe('token');
    expect(fresh.read(header)).toBeNull();
  });
});
