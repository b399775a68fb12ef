import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCodes } from '../api/codes';
import type { Fair } from '../api/models';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import { Pill } from '../ui/pill';
import classes from './fair-card.module.css';
import { phaseOf } from './fair-status';

export function FairCard({ fair }: { fair: Fair }) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const regions = useCodes('regions');
  const phase = phaseOf(fair.status);
  return (
    <Link to={`/fairs/${fair.id}`} className={classes.card} data-phase={phase}>
      <span className={classes.top}>
        <Pill tone={phase === 'open' ? 'open' : 'quiet'}>{t(`fair.phase.${phase}`)}</Pill>
        <span className={classes.region}>{regions.nameOf(fair.regionCode)}</span>
      </span>
      <span className={classes.name}>{named(fair.name, fair.nameEn)}</span>
      <span className={classes.times}>
        {format.range(fair.opensAt, fair.closesAt, fair.timeZone)}
      </span>
    </Link>
  );
}
