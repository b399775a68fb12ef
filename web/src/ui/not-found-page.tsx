import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyNote } from './empty-note';
import { usePageTitle } from './page-title';

export function NotFoundPage() {
  const { t } = useTranslation();
  usePageTitle(t('notFound.title'));
  return (
    <EmptyNote title={t('notFound.title')} text={t('notFound.text')} isPage>
      <Button component={Link} to="/">
        {t('action.home')}
      </Button>
    </EmptyNote>
  );
}
