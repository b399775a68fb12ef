import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the browser tab while a page, or a panel over it, is there. */
export function usePageTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const name = t('app.name');
  useEffect(() => {
    const before = document.title;
    document.title = title === undefined || title === '' ? name : `${title} · ${name}`;
    return () => {
      document.title = before;
    };
  }, [title, name]);
}
