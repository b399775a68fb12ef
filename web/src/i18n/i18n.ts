import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'cloudfair-language';

const texts: Record<Language, () => Promise<{ default: object }>> = {
  'zh-CN': () => import('./zh-cn.json'),
  en: () => import('./en.json'),
};

/** Loads one language's texts, not both: a phone on a slow line waits for these. */
export async function startI18n(): Promise<void> {
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: (await texts[language]()).default } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await texts[language]()).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  remember(language);
}

/** What the visitor chose before, else the browser's wish, else Chinese. */
function firstLanguage(): Language {
  const stored = remembered();
  if (stored !== null) return stored;
  const wish = navigator.languages.find((language) => /^(zh|en)/i.test(language));
  return wish?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

function remembered(): Language | null {
  try {
    const stored = localStorage.getItem(storageKey);
    return languages.find((language) => language === stored) ?? null;
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
