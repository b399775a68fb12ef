import { returnPathOf, signInPath } from './return-path';

describe('the way back after signing in', () => {
  it('leads to where the visitor was', () => {
    const path = signInPath({ pathname: '/fairs/1', search: '?query=焊工' });
    expect(returnPathOf(new URL(path, 'http://site').search)).toBe('/fairs/1?query=焊工');
  });

  it('does not lead back to the sign-in page itself', () => {
    expect(signInPath({ pathname: '/sign-up', search: '?next=%2F' })).toBe('/sign-in');
    expect(signInPath({ pathname: '/forgot-password' })).toBe('/sign-in');
    expect(signInPath({ pathname: '/reset-password', search: '?token=x' })).toBe('/sign-in');
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])(
    'never leaves the site for %p',
    (next) => {
      expect(returnPathOf(`?next=${encodeURIComponent(next)}`)).toBe('/');
    },
  );
});
