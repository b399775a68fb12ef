import i18next from 'i18next';
import { leastPasswordLength } from './auth-requests';

/** Only what is surely no address; the server decides the rest. */
export function isEmail(text: string): boolean {
  return /^[^\s@,;:<>()[\]\\"]+@[^\s@.,]+(\.[^\s@.,]+)+$/.test(text.trim());
}

/** What is wrong with a password that somebody chooses, in their language. */
export function newPasswordFault(password: string): string | null {
  return password.length < leastPasswordLength
    ? i18next.t('auth.passwordTooShort', { least: leastPasswordLength })
    : null;
}
