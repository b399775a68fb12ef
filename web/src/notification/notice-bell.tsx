import { ActionIcon, Indicator } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { Suspense } from 'react';
import { lazyPage } from '../ui/lazy-page';
import { useTranslation } from 'react-i18next';
import { query } from '../api/client';
import { queryClient } from '../api/query-client';
import { useLiveSocket } from '../realtime/use-live-socket';

const NoticePanel = lazyPage(() => import('./notice-panel'), 'NoticePanel');

const noticesKey = ['get', '/api/v1/notices'];

/** Unread notices at a glance; a new one shows up by itself. */
export function NoticeBell() {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  const { data } = query.useQuery('get', '/api/v1/notices', {
    params: { query: { limit: 1 } },
  });
  useLiveSocket('notices', {
    onConnect: reread,
    listen: (socket) => {
      socket.on('notice.new', reread);
      return () => socket.off('notice.new', reread);
    },
  });
  const unread = data?.unread ?? 0;
  const label = unread === 0 ? t('notice.title') : t('notice.unread', { count: unread });
  return (
    <>
      <Indicator label={unread > 99 ? '99+' : unread} disabled={unread === 0} size={16} offset={9}>
        <ActionIcon variant="subtle" color="gray" size={40} aria-label={label} onClick={open}>
          <IconBell size={20} aria-hidden />
        </ActionIcon>
      </Indicator>
      {isOpen && (
        <Suspense>
          <NoticePanel onClose={close} />
        </Suspense>
      )}
    </>
  );
}

function reread(): void {
  void queryClient.invalidateQueries({ queryKey: noticesKey });
}
