import { Button, Group } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from './empty-note';

export function FaultNote({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <EmptyNote title={online ? t('fault.title') : t('problem.network')} text={t('fault.text')}>
      <Group>
        <Button onClick={onRetry}>{t('action.retry')}</Button>
        <Button variant="default" component="a" href="/">
          {t('action.home')}
        </Button>
      </Group>
    </EmptyNote>
  );
}
