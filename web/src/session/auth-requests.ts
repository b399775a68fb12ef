import i18next from 'i18next';
import type { Problem } from '../api/problem';
import { Refusal } from '../api/refusal';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

export interface NewAccount extends Credentials {
  readonly name: string;
}

export const leastPasswordLength = 10;

export function signIn(credentials: Credentials): Promise<void> {
  return post('sign-in/email', { ...credentials, rememberMe: true });
}

export function signUp(account: NewAccount): Promise<void> {
  return post('sign-up/email', { ...account, locale: i18next.language });
}

export function requestPasswordReset({ email }: { email: string }): Promise<void> {
  return post('request-password-reset', { email });
}

export function resetPassword(token: string, newPassword: string): Promise<void> {
  return post('reset-password', { token, newPassword });
}

export function signOut(): Promise<void> {
  return post('sign-out', {});
}

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    // Signing out must reach the server also when the page is left at once.
    keepalive: true,
    headers: { 'Content-Type': 'application/json', 'Accept-Language': i18next.language },
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  const answer: unknown = await response.json().catch(() => null);
  throw new Refusal(problemFrom(answer, response.status));
}

function problemFrom(answer: unknown, status: number): Problem {
  const { code, title } = (answer ?? {}) as { code?: unknown; title?: unknown };
  return {
    code: typeof code === 'string' ? code : 'unexpected',
    status,
    title: typeof title === 'string' ? title : i18next.t('problem.unexpected'),
    errors: [],
  };
}
