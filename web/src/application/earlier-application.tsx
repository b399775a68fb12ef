import { useTranslation } from 'react-i18next';
import type { Application } from '../api/models';
import { useFormat } from '../i18n/format';
import { ApplicationStatusPill } from './application-status';
import classes from './apply.module.css';

/** Who applied before is told how that ended, before applying again. */
export function EarlierApplication({ application }: { application: Application }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className={classes.earlier}>
      {t('apply.earlier', { time: format.moment(application.submittedAt) })}{' '}
      <ApplicationStatusPill status={application.status} />
    </p>
  );
}
