import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNamed } from '../i18n/named';
import { useSpeakerName } from '../live-session/speaker-name';
import { Pill } from '../ui/pill';
import classes from './on-air-strip.module.css';
import { useFairSessions } from './use-fair-sessions';

/** What is on air right now, pinned above everything else. */
export function OnAirStrip({ fairId }: { fairId: string }) {
  const { t } = useTranslation();
  const named = useNamed();
  const speakerName = useSpeakerName();
  const onAir = useFairSessions(fairId).filter((session) => session.status === 'on_air');
  if (onAir.length === 0) return null;
  return (
    <section className={classes.strip} aria-label={t('session.onAirNow')}>
      {onAir.map((session) => (
        <Link key={session.id} to={`/live-sessions/${session.id}`} className={classes.link}>
          <Pill tone="live">{t('session.onAirNow')}</Pill>
          <span className={classes.title}>{named(session.title, session.titleEn)}</span>
          <span className={classes.company}>{speakerName(session)}</span>
          <IconChevronRight className={classes.arrow} size={20} aria-hidden />
        </Link>
      ))}
    </section>
  );
}
