import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../api/client';
import type { Fair } from '../api/models';
import { byCursor } from '../api/pages';
import { problemOf } from '../api/problem';
import { EmptyNote } from '../ui/empty-note';
import { MoreButton } from '../ui/more-button';
import { PageSkeleton } from '../ui/page-skeleton';
import { usePageTitle } from '../ui/page-title';
import { ProblemNote } from '../ui/problem-note';
import { FairCard } from './fair-card';
import classes from './fair-list-page.module.css';
import { groupFairs } from './fair-status';

export function FairListPage() {
  const { t } = useTranslation();
  usePageTitle(undefined);
  const fairs = query.useInfiniteQuery(
    'get',
    '/api/v1/fairs',
    { params: { query: { limit: 100 } } },
    byCursor,
  );
  const known = useMemo(() => fairs.data?.pages.flatMap((page) => page.items), [fairs.data]);
  return (
    <>
      <div className={classes.hero}>
        <h1>{t('home.title')}</h1>
        <p>{t('home.text')}</p>
      </div>
      {fairs.isPending && <PageSkeleton rows={3} />}
      {known !== undefined && <FairGroups fairs={known} />}
      {fairs.isError && (
        <ProblemNote problem={problemOf(fairs.error)} onRetry={() => void fairs.refetch()} />
      )}
      <MoreButton list={fairs} />
    </>
  );
}

function FairGroups({ fairs }: { fairs: readonly Fair[] }) {
  const { t } = useTranslation();
  if (fairs.length === 0) return <EmptyNote title={t('home.none')} text={t('home.noneText')} />;
  return groupFairs(fairs).map((group) => (
    <section key={group.phase} className={classes.group} aria-labelledby={group.phase}>
      <h2 id={group.phase}>{t(`home.${group.phase}`)}</h2>
      <ul className={classes.list}>
        {group.fairs.map((fair) => (
          <li key={fair.id}>
            <FairCard fair={fair} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
