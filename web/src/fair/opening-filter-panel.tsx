import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/panel';
import type { OpeningFilter } from './opening-filter';
import { OpeningFilterForm } from './opening-filter-form';

interface OpeningFilterPanelProps {
  filter: OpeningFilter;
  onChange: (changes: OpeningFilter) => void;
  onClose: () => void;
}

export function OpeningFilterPanel({ filter, onChange, onClose }: OpeningFilterPanelProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('filter.title')} onClose={onClose}>
      <OpeningFilterForm filter={filter} onChange={onChange} onDone={onClose} />
    </Panel>
  );
}
