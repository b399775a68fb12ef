import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/codes';
import type { Fair } from '../api/models';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import { useNow } from '../ui/use-now';
import classes from './fair-banner.module.css';
import { phaseOf } from './fair-status';
import { timeLeft } from './time-left';

/** Name, state and times of a fair, in the fair's own time zone. */
export function FairBanner({ fair }: { fair: Fair }) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const regions = useCodes('regions');
  const phase = phaseOf(fair.status);
  return (
    <section className={classes.banner}>
      <p className={classes.state}>
        <span className={classes.pill} data-phase={phase}>
          {t(`fair.phase.${phase}`)}
        </span>
        <Countdown fair={fair} />
      </p>
      <h1>{named(fair.name, fair.nameEn)}</h1>
      <p className={classes.times}>
        <span>{format.range(fair.opensAt, fair.closesAt, fair.timeZone)}</span>
        <span>{t('fair.zone', { zone: format.zone(fair.opensAt, fair.timeZone) })}</span>
        <span>{regions.nameOf(fair.regionCode)}</span>
      </p>
      {fair.description !== '' && <p className={classes.description}>{fair.description}</p>}
    </section>
  );
}

function Countdown({ fair }: { fair: Fair }) {
  const { t } = useTranslation();
  const now = useNow(30_000);
  const phase = phaseOf(fair.status);
  if (phase !== 'open' && phase !== 'upcoming') return null;
  const left = timeLeft(now, phase === 'open' ? fair.closesAt : fair.opensAt);
  if (left === null) return null;
  const duration = t(`duration.${left.unit}`, { count: left.count });
  return <span>{t(phase === 'open' ? 'fair.closesIn' : 'fair.opensIn', { duration })}</span>;
}
