import { api } from '../api/client';
import { changeLanguage } from '../i18n/i18n';
import type { Language } from '../i18n/i18n';
import { introduceAgain } from '../realtime/socket';
import { useAccount } from './account';

/** Changes the language of the page and its answers and, for those signed in, of their mails. */
export function useChangeLanguage(): (language: Language) => Promise<void> {
  const { account } = useAccount();
  return async (language) => {
    await changeLanguage(language);
    await introduceAgain();
    if (account === null || account.locale === language) return;
    // The page is already in the new language; the account follows when it can.
    await api.PATCH('/api/v1/me', { body: { locale: language } }).catch(() => undefined);
  };
}
