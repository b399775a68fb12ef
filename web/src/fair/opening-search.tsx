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
  const words = useWords(filter.query ?? '', (query) => onChange({ query }));
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
        value={words.text}
        maxLength={100}
        onChange={(event) => words.write(event.currentTarget.value)}
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

/** The words of the address, and what is being typed until it goes there. */
function useWords(query: string, onSearch: (query: string) => void) {
  const [text, setText] = useState(query);
  const [sent, setSent] = useState(query);
  const [seen, setSeen] = useState(query);
  if (seen !== query) {
    setSeen(query);
    // The filters were cleared elsewhere on the page, or the back button brought words back.
    if (query !== sent) {
      setText(query);
      setSent(query);
    }
  }
  const send = useDebouncedCallback((typed: string) => {
    setSent(typed);
    onSearch(typed);
  }, typingPause);
  function write(typed: string): void {
    setText(typed);
    send(typed.trim());
  }
  return { text, write };
}
