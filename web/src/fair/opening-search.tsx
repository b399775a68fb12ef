import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countFilters } from './opening-filter';
import type { OpeningFilter } from './opening-filter';
import classes from './openings-tab.module.css';

interface OpeningSearchProps {
  filter: OpeningFilter;
  onChange: (changes: OpeningFilter) => void;
  onOpenFilters: () => void;
}

const typingPause = 350;

export function OpeningSearch({ filter, onChange, onOpenFilters }: OpeningSearchProps) {
  const { t } = useTranslation();
  const query = filter.query ?? '';
  const [text, setText] = useState(query);
  const [sent, setSent] = useState(query);
  const [seen, setSeen] = useState(query);
  const search = useDebouncedCallback((words: string) => {
    setSent(words);
    onChange({ query: words });
  }, typingPause);
  if (seen !== query) {
    setSeen(query);
    // The filters were cleared elsewhere on the page, or the back button brought words back.
    if (query !== sent) {
      setText(query);
      setSent(query);
    }
  }
  const count = countFilters(filter);
  return (
    <search className={classes.search}>
      <TextInput
        className={classes.searchInput}
        type="search"
        enterKeyHint="search"
        aria-label={t('filter.search')}
        placeholder={t('filter.search')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        maxLength={100}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value.trim());
        }}
      />
      <Button
        variant="default"
        className={classes.filterButton}
        leftSection={<IconAdjustmentsHorizontal size={18} aria-hidden />}
        onClick={onOpenFilters}
      >
        {count === 0 ? t('filter.open') : t('filter.openCount', { count })}
      </Button>
    </search>
  );
}
