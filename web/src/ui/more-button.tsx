import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './more-button.module.css';

interface EndlessList {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

export function MoreButton({ list }: { list: EndlessList }) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <div className={classes.row}>
      <Button
        variant="default"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {t('action.more')}
      </Button>
    </div>
  );
}
