import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, query } from '../api/client';
import type { Notice } from '../api/models';
import { byCursor } from '../api/pages';
import { problemOf } from '../api/problem';
import { queryClient } from '../api/query-client';
import { useFormat } from '../i18n/format';
import { EmptyNote } from '../ui/empty-note';
import { MoreButton } from '../ui/more-button';
import { PageSkeleton } from '../ui/page-skeleton';
import { ProblemNote } from '../ui/problem-note';
import classes from './notice-list.module.css';
import { noticePlace } from './notice-place';

export function NoticeList({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const list = query.useInfiniteQuery(
    'get',
    '/api/v1/notices',
    { params: { query: { limit: 20 } } },
    byCursor,
  );
  const readAll = useMutation({ mutationFn: markAllRead });
  const notices = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <PageSkeleton />;
  if (list.isLoadingError) {
    return <ProblemNote problem={problemOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  if (notices.length === 0) return <EmptyNote title={t('notice.none')} />;
  return (
    <>
      {notices.some((notice) => notice.readAt === null) && (
        <Button variant="default" size="sm" onClick={() => readAll.mutate()}>
          {t('notice.readAll')}
        </Button>
      )}
      <ul className={classes.list}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeRow notice={notice} onLeave={onLeave} />
          </li>
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}

function NoticeRow({ notice, onLeave }: { notice: Notice; onLeave: () => void }) {
  const format = useFormat();
  const navigate = useNavigate();
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const read = useMutation({ mutationFn: () => markRead(notice.id) });
  function follow(): void {
    if (notice.readAt === null) read.mutate();
    onLeave();
    void navigate(noticePlace(notice));
  }
  return (
    <button
      type="button"
      className={classes.row}
      data-unread={notice.readAt === null}
      onClick={follow}
    >
      <span className={classes.title}>{notice.title[language]}</span>
      <span>{notice.text[language]}</span>
      <time dateTime={notice.createdAt}>{format.moment(notice.createdAt)}</time>
    </button>
  );
}

async function markRead(id: string): Promise<void> {
  await api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } });
  await reread();
}

async function markAllRead(): Promise<void> {
  await api.POST('/api/v1/notices/read-all');
  await reread();
}

function reread(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/notices'] });
}
