import { keepPreviousData } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { query } from '../api/client';
import { byCursor } from '../api/pages';
import { problemOf } from '../api/problem';
import { OpeningCard } from '../job-posting/opening-card';
import { EmptyNote } from '../ui/empty-note';
import { MoreButton } from '../ui/more-button';
import { PageSkeleton } from '../ui/page-skeleton';
import { ProblemNote } from '../ui/problem-note';
import { noFilter, useOpeningFilter } from './opening-filter';
import type { OpeningFilter } from './opening-filter';
import classes from './openings-tab.module.css';

interface OpeningListProps {
  fairId: string;
  filter: OpeningFilter;
}

export function OpeningList({ fairId, filter }: OpeningListProps) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const list = query.useInfiniteQuery(
    'get',
    '/api/v1/fairs/{id}/job-postings',
    { params: { path: { id: fairId }, query: { limit: 20, ...filter } } },
    { ...byCursor, placeholderData: keepPreviousData },
  );
  const openings = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <PageSkeleton />;
  return (
    <section aria-label={t('fair.openings')} aria-busy={list.isPlaceholderData}>
      {list.isError && !list.isFetchNextPageError && (
        <ProblemNote problem={problemOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && openings.length === 0 && <NoOpenings filter={filter} />}
      <ul className={classes.list}>
        {openings.map((opening) => (
          <li key={opening.id}>
            <OpeningCard
              opening={opening}
              to={`/fairs/${fairId}/openings/${opening.id}${search}`}
            />
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </section>
  );
}

function NoOpenings({ filter }: { filter: OpeningFilter }) {
  const { t } = useTranslation();
  const { change } = useOpeningFilter();
  if (Object.keys(filter).length === 0) {
    return <EmptyNote title={t('fair.noOpenings')} text={t('fair.noOpeningsText')} />;
  }
  return (
    <EmptyNote title={t('filter.nothing')} text={t('filter.nothingText')}>
      <Button variant="default" onClick={() => change(noFilter)}>
        {t('filter.clear')}
      </Button>
    </EmptyNote>
  );
}
