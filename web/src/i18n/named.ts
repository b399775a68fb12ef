import { useTranslation } from 'react-i18next';

/** The name in the visitor's language where there is one; Chinese names are always there. */
export function useNamed(): (chinese: string, english?: string | null) => string {
  const { i18n } = useTranslation();
  return (chinese, english) => (i18n.language === 'en' && english ? english : chinese);
}
