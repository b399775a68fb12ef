import { useTranslation } from 'react-i18next';
import type { LiveSession } from '../api/models';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import { knownSessionStatus } from './session-status';
import classes from './stage.module.css';

interface StageProps {
  session: LiveSession;
  status: string;
}

/** Where the picture goes. Until it does, it says who speaks and what visitors can do now. */
export function Stage({ session, status }: StageProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const known = knownSessionStatus(status);
  return (
    <section className={classes.stage} aria-label={t('live.stage')}>
      <h1>{named(session.title, session.titleEn)}</h1>
      <p className={classes.note}>
        {t(`live.note.${known}`, { time: format.moment(session.scheduledStart) })}
      </p>
    </section>
  );
}
