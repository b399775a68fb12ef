import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { problemOf } from '../api/problem';
import { readList } from '../api/read-list';
import { useFormat } from '../i18n/format';
import { useAccount } from '../session/account';
import { signInPath } from '../session/return-path';
import { EmptyNote } from '../ui/empty-note';
import { Loaded } from '../ui/loaded';
import { MoreButton } from '../ui/more-button';
import { NotFoundPage } from '../ui/not-found-page';
import { PageSkeleton } from '../ui/page-skeleton';
import { usePageTitle } from '../ui/page-title';
import { ProblemNote } from '../ui/problem-note';
import { isFigureKey } from './figure-set';
import type { FigureKey, FigureSet } from './figure-set';
import { ListTable } from './list-table';
import { scopeOf, wallPath } from './scope';
import { useFigures } from './use-figures';
import classes from './wall-list-page.module.css';

/** What a number on the wall counts, row by row. */
export function WallListPage() {
  const { figure, fairId } = useParams();
  const scope = scopeOf(fairId);
  const figures = useFigures(scope);
  if (!isFigureKey(figure)) return <NotFoundPage />;
  return (
    <Loaded query={figures}>
      {(set) => <FigureList key={figure} figure={figure} set={set} fairId={fairId} />}
    </Loaded>
  );
}

interface FigureListProps {
  figure: FigureKey;
  set: FigureSet;
  fairId: string | undefined;
}

function FigureList({ figure, set, fairId }: FigureListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = set.byKey.get(figure);
  const name = t(`figure.${figure}`);
  const value = known?.value ?? null;
  usePageTitle(name);
  return (
    <section aria-labelledby="figure">
      <Link to={wallPath(scopeOf(fairId))} className={classes.back}>
        <IconArrowLeft size={18} aria-hidden /> {t('wall.back')}
      </Link>
      <h1 id="figure" className={classes.heading}>
        {name} <strong>{value === null ? '—' : format.number(value)}</strong>
      </h1>
      <p className={classes.note}>
        {t(`figureHint.${figure}`)} · {t('wall.asOf', { time: format.second(set.takenAt) })}
      </p>
      {known?.list ? <Rows path={known.list} /> : <EmptyNote title={t('wall.noList')} />}
    </section>
  );
}

function PrivateNote() {
  const { t } = useTranslation();
  const location = useLocation();
  const { account, isKnown } = useAccount();
  return (
    <EmptyNote title={t('wall.private')} text={t('wall.privateText')}>
      {isKnown && account === null && (
        <Button component={Link} to={signInPath(location)}>
          {t('session.signIn')}
        </Button>
      )}
    </EmptyNote>
  );
}

function Rows({ path }: { path: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const list = useInfiniteQuery({
    queryKey: ['list', path],
    queryFn: ({ pageParam }) => readList(path, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
  if (list.isPending) return <PageSkeleton />;
  if (list.isLoadingError) {
    const problem = problemOf(list.error);
    const isPrivate = [401, 403, 404].includes(problem.status);
    if (isPrivate) return <PrivateNote />;
    return <ProblemNote problem={problem} onRetry={() => void list.refetch()} />;
  }
  const rows = list.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <EmptyNote title={t('wall.emptyList')} />;
  return (
    <>
      <ListTable path={path} rows={rows} />
      <p className={classes.note} role="status">
        {t('wall.rows', { count: rows.length, rows: format.number(rows.length) })}
      </p>
      <MoreButton list={list} />
    </>
  );
}
