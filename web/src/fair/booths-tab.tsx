import { IconBuilding } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../api/client';
import type { Booth } from '../api/models';
import { byCursor } from '../api/pages';
import { problemOf } from '../api/problem';
import { useNamed } from '../i18n/named';
import { EmptyNote } from '../ui/empty-note';
import { MoreButton } from '../ui/more-button';
import { PageSkeleton } from '../ui/page-skeleton';
import { ProblemNote } from '../ui/problem-note';
import classes from './booths-tab.module.css';

export function BoothsTab({ fairId }: { fairId: string }) {
  const { t } = useTranslation();
  const list = query.useInfiniteQuery(
    'get',
    '/api/v1/fairs/{id}/booths',
    { params: { path: { id: fairId }, query: { limit: 50 } } },
    byCursor,
  );
  const booths = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <PageSkeleton />;
  return (
    <section aria-label={t('fair.companies')}>
      {list.isError && (
        <ProblemNote problem={problemOf(list.error)} onRetry={() => void list.refetch()} />
      )}
      {list.isSuccess && booths.length === 0 && <EmptyNote title={t('fair.noCompanies')} />}
      <ul className={classes.list}>
        {booths.map((booth) => (
          <li key={booth.id}>
            <BoothCard booth={booth} fairId={fairId} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </section>
  );
}

function BoothCard({ booth, fairId }: { booth: Booth; fairId: string }) {
  const { t } = useTranslation();
  const named = useNamed();
  return (
    <Link to={`/fairs/${fairId}?companyId=${booth.companyId}`} className={classes.card}>
      <span className={classes.mark} aria-hidden>
        {booth.position ?? <IconBuilding size={22} />}
      </span>
      <span className={classes.name}>{named(booth.companyName, booth.companyNameEn)}</span>
      <span className={classes.count}>
        {t('fair.boothOpenings', { count: booth.jobPostingCount })}
      </span>
    </Link>
  );
}
