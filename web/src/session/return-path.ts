/** Where to go on after signing in: a place of this site, never anywhere else. */
export function returnPathOf(search: string): string {
  const path = new URLSearchParams(search).get('next') ?? '/';
  return /^\/(?![/\\])/.test(path) ? path : '/';
}

interface Place {
  readonly pathname: string;
  readonly search?: string;
}

export function signInPath(from: Place): string {
  if (/^\/(sign-(in|up)|(forgot|reset)-password)$/.test(from.pathname)) return '/sign-in';
  return `/sign-in?next=${encodeURIComponent(from.pathname + (from.search ?? ''))}`;
}
