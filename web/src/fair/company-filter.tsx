import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { query } from '../api/client';
import { useNamed } from '../i18n/named';
import classes from './openings-tab.module.css';

interface CompanyFilterProps {
  companyId: string;
  onRemove: () => void;
}

/** A link of a company leads here with that company chosen; seen, it can be taken back. */
export function CompanyFilter({ companyId, onRemove }: CompanyFilterProps) {
  const { t } = useTranslation();
  const named = useNamed();
  const { data } = query.useQuery('get', '/api/v1/companies/{id}', {
    params: { path: { id: companyId } },
  });
  const name =
    data === undefined ? t('filter.oneCompany') : named(data.legalName, data.legalNameEn);
  return (
    <div className={classes.chips}>
      <Button
        variant="light"
        size="compact-md"
        radius="xl"
        rightSection={<IconX size={16} aria-hidden />}
        aria-label={t('filter.removeCompany', { name })}
        onClick={onRemove}
      >
        {name}
      </Button>
    </div>
  );
}
