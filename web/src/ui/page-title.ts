import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What the browser tab is named by: a panel, while one lies over the page, or the page. */
const named = { page: '', panel: '' };

/** Names the browser tab; a page calls it once. */
export function usePageTitle(title: string | undefined): void {
  useTitle('page', title ?? '');
}

/** The same for what lies over a page, which names the tab again afterwards. */
export function usePanelTitle(title: string): void {
  useTitle('panel', title);
}

function useTitle(part: keyof typeof named, title: string): void {
  const { t } = useTranslation();
  const app = t('app.name');
  useEffect(() => {
    const show = (text: string): void => {
      named[part] = text;
      const shown = named.panel || named.page;
      document.title = shown === '' ? app : `${shown} · ${app}`;
    };
    show(title);
    return () => {
      show('');
    };
  }, [part, title, app]);
}
