import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem';
import { ProblemNote } from './problem-note';
import classes from './more-button.module.css';

interface EndlessList {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
}

export function MoreButton({ list }: { list: EndlessList }) {
  const { t } = useTranslation();
  if (!list.hasNextPage) return null;
  return (
    <div className={classes.row}>
      {list.isFetchNextPageError && <ProblemNote problem={problemOf(list.error)} />}
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
