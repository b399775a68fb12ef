import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the browser tab; a page calls it once. */
export function usePageTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const name = t('app.name');
  useEffect(() => {
    document.title = title === undefined || title === '' ? name : `${title} · ${name}`;
  }, [title, name]);
}
