import { Button, Group } from '@mantine/core';
import type { MouseEvent } from 'react';
import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyNote } from './empty-note';
import { isPartMissing, loadPage } from './reload-when-outdated';

export function FaultNote({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  const { online } = useNetwork();
  // A part that is missing comes with a new page only, and offline there is none.
  const needsNewPage = isPartMissing() && online;
  return (
    <EmptyNote title={online ? t('fault.title') : t('problem.network')} text={t('fault.text')}>
      <Group>
        <Button onClick={onRetry}>{t('action.retry')}</Button>
        {needsNewPage ? (
          <Button variant="default" component="a" href="/" onClick={loadStart}>
            {t('action.home')}
          </Button>
        ) : (
          <Button variant="default" component={Link} to="/" onClick={onRetry}>
            {t('action.home')}
          </Button>
        )}
      </Group>
    </EmptyNote>
  );
}

function loadStart(event: MouseEvent): void {
  event.preventDefault();
  void loadPage('/');
}
