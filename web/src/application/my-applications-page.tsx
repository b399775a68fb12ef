import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query } from '../api/client';
import { byCursor } from '../api/pages';
import { problemOf } from '../api/problem';
import { useAccount } from '../session/account';
import { SignInInvitation } from '../session/sign-in-invitation';
import { EmptyNote } from '../ui/empty-note';
import { MoreButton } from '../ui/more-button';
import { PageSkeleton } from '../ui/page-skeleton';
import { usePageTitle } from '../ui/page-title';
import { ProblemNote } from '../ui/problem-note';
import { ApplicationCard } from './application-card';
import classes from './my-applications-page.module.css';

export function MyApplicationsPage() {
  const { t } = useTranslation();
  const { account, isKnown } = useAccount();
  usePageTitle(t('nav.applications'));
  return (
    <div className={classes.page}>
      <h1>{t('nav.applications')}</h1>
      {account !== null && <Applications />}
      {account === null && isKnown && <SignInInvitation text={t('application.invitation')} />}
      {account === null && !isKnown && <PageSkeleton />}
    </div>
  );
}

function Applications() {
  const { t } = useTranslation();
  const list = query.useInfiniteQuery(
    'get',
    '/api/v1/applications',
    { params: { query: { scope: 'mine', limit: 20 } } },
    { ...byCursor, staleTime: 0 },
  );
  const applications = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <PageSkeleton />;
  if (list.data === undefined) {
    return <ProblemNote problem={problemOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  if (applications.length === 0) {
    return (
      <EmptyNote title={t('application.none')} text={t('application.noneText')}>
        <Button component={Link} to="/">
          {t('application.toFairs')}
        </Button>
      </EmptyNote>
    );
  }
  return (
    <>
      <ul className={classes.list}>
        {applications.map((application) => (
          <li key={application.id}>
            <ApplicationCard application={application} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}
