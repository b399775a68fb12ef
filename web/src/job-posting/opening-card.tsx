import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCodes } from '../api/codes';
import type { OpeningSummary } from '../api/models';
import { useRequiredEducation } from '../application/education';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import classes from './opening-card.module.css';

interface OpeningCardProps {
  opening: OpeningSummary;
  to: string;
}

/** One opening in a list: what, how much, who, where; the rest is a tap away. */
export function OpeningCard({ opening, to }: OpeningCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const regions = useCodes('regions');
  const educationName = useRequiredEducation();
  return (
    <Link to={to} state={{ fromList: true }} className={classes.card}>
      <span className={classes.title}>{opening.title}</span>
      <span className={classes.pay}>{format.pay(opening)}</span>
      <span className={classes.company}>{named(opening.companyName, opening.companyNameEn)}</span>
      <span className={classes.facts}>
        <span>{regions.nameOf(opening.regionCode)}</span>
        <span>{educationName(opening.minimumEducation)}</span>
        <span>{t('opening.years', { count: opening.minimumExperienceYears })}</span>
        <span>{t('opening.headcount', { count: opening.headcount })}</span>
      </span>
    </Link>
  );
}
