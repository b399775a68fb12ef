import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel';
import { NoticeList } from './notice-list';

export function NoticePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('notice.title')} onClose={onClose}>
      <NoticeList onLeave={onClose} />
    </Panel>
  );
}
