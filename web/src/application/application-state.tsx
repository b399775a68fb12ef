import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../api/models';
import { useFormat } from '../i18n/format';
import classes from './apply.module.css';
import { ApplicationStatusPill } from './application-status';
import { MatchResult } from './match-result';

/** After the tap: that it arrived, then what the first check found. */
export function ApplicationState({ application }: { application: Application }) {
  const { t } = useTranslation();
  const format = useFormat();
  const element = useRef<HTMLElement>(null);
  // The form that it follows may have been scrolled to its end.
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'end' });
  }, []);
  return (
    <section ref={element} className={classes.done} aria-live="polite">
      <p className={classes.doneTitle}>
        {t('apply.done')} <ApplicationStatusPill status={application.status} />
      </p>
      <p>{t('apply.doneAt', { time: format.moment(application.submittedAt) })}</p>
      {application.processedAt === null ? (
        <p>{t('apply.checking')}</p>
      ) : (
        <MatchResult application={application} />
      )}
    </section>
  );
}
