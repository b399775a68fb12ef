import { useNetwork } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import classes from './connection-banner.module.css';

/** Says that the phone is offline, before a button seems broken. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  return (
    <div role="status">{!online && <p className={classes.banner}>{t('state.offline')}</p>}</div>
  );
}
