import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/codes';
import { countFilters, noChoice } from './opening-filter';
import type { OpeningFilter } from './opening-filter';
import classes from './openings-tab.module.css';

interface OpeningFilterFormProps {
  filter: OpeningFilter;
  onChange: (changes: OpeningFilter) => void;
  /** Shown as a button where the form covers the list. */
  onDone?: () => void;
}

export function OpeningFilterForm({ filter, onChange, onDone }: OpeningFilterFormProps) {
  const { t } = useTranslation();
  const regions = useCodes('regions');
  const occupations = useCodes('occupations');
  const shared = {
    searchable: true,
    clearable: true,
    clearButtonProps: { 'aria-label': t('action.clear') },
    nothingFoundMessage: t('state.nothingFound'),
    placeholder: t('filter.any'),
  } as const;
  return (
    <div className={classes.filterForm}>
      <Select
        {...shared}
        label={t('filter.region')}
        data={regions.options}
        value={filter.regionCode ?? null}
        onChange={(value) => onChange({ regionCode: value ?? '' })}
      />
      <Select
        {...shared}
        label={t('filter.occupation')}
        data={occupations.options}
        value={filter.occupationCode ?? null}
        onChange={(value) => onChange({ occupationCode: value ?? '' })}
      />
      {countFilters(filter) > 0 && (
        <Button variant="default" onClick={() => onChange(noChoice)}>
          {t('filter.clear')}
        </Button>
      )}
      {onDone !== undefined && <Button onClick={onDone}>{t('filter.show')}</Button>}
    </div>
  );
}
