import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from './empty-note';

export function FaultNote({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <EmptyNote title={t('fault.title')} text={t('fault.text')}>
      <Group>
        <Button onClick={onRetry}>{t('action.retry')}</Button>
        <Button variant="default" component="a" href="/">
          {t('action.home')}
        </Button>
      </Group>
    </EmptyNote>
  );
}
