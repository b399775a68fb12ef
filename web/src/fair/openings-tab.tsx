import { useMediaQuery } from '@mantine/hooks';
import { Suspense } from 'react';
import { lazyPage } from '../ui/lazy-page';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { CompanyFilter } from './company-filter';
import { OpeningList } from './opening-list';
import { OpeningSearch } from './opening-search';
import classes from './openings-tab.module.css';
import { useFilterPanel, useOpeningFilter } from './opening-filter';

// A phone loads the fields of the filters when they are opened.
const OpeningFilterForm = lazyPage(() => import('./opening-filter-form'), 'OpeningFilterForm');
const OpeningFilterPanel = lazyPage(() => import('./opening-filter-panel'), 'OpeningFilterPanel');

/** Search and filters beside the list; on a phone the filters come in a panel. */
export function OpeningsTab({ fairId }: { fairId: string }) {
  const { t } = useTranslation();
  const { filter, change } = useOpeningFilter();
  const isWide = useMediaQuery('(min-width: 62em)');
  const { isOpen, open, close } = useFilterPanel();
  return (
    <div className={classes.columns}>
      {isWide && (
        <aside className={classes.aside} aria-label={t('filter.title')}>
          <Suspense>
            <OpeningFilterForm filter={filter} onChange={change} />
          </Suspense>
        </aside>
      )}
      <div className={classes.main}>
        <OpeningSearch filter={filter} onChange={change} onOpenFilters={open} />
        {filter.companyId !== undefined && (
          <CompanyFilter companyId={filter.companyId} onRemove={() => change({ companyId: '' })} />
        )}
        <OpeningList fairId={fairId} filter={filter} />
      </div>
      {isOpen && (
        <Suspense>
          <OpeningFilterPanel filter={filter} onChange={change} onClose={close} />
        </Suspense>
      )}
      <Outlet />
    </div>
  );
}
