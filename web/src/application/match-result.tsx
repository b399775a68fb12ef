import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Application } from '../api/models';
import classes from './match-result.module.css';

const factors = ['skills', 'education', 'experience', 'region', 'occupation', 'pay'] as const;
const obstacleCodes = [
  'profile-missing',
  'under-age',
  'education',
  'experience',
  'answers',
] as const;

/** The match with its reasons: what counted, and how much of what it could. */
export function MatchResult({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { score, eligible, obstacles } = application;
  return (
    <div className={classes.result}>
      {score !== null && (
        <>
          <p className={classes.score}>
            <span>{t('match.score')}</span>
            <strong>{score}</strong>
            <span>{t('match.of100')}</span>
          </p>
          <Progress value={score} size="lg" radius="xl" aria-label={t('match.score')} />
        </>
      )}
      <Reasons application={application} />
      {eligible === false && (
        <p className={classes.note}>
          {t('match.notEligible')}{' '}
          {obstacles.flatMap((code) => obstacleText(code) ?? []).join(t('app.listSeparator'))}
        </p>
      )}
    </div>
  );

  function obstacleText(code: string): string | undefined {
    const known = obstacleCodes.find((name) => name === code);
    return known && t(`match.obstacle.${known}`);
  }
}

function Reasons({ application }: { application: Application }) {
  const { t } = useTranslation();
  const reasons = application.reasons.flatMap((reason) => {
    const factor = factors.find((name) => name === reason.factor);
    return factor === undefined ? [] : [{ ...reason, factor }];
  });
  if (reasons.length === 0) return null;
  return (
    <ul className={classes.reasons} aria-label={t('match.reasons')}>
      {reasons.map(({ factor, points, outOf }) => (
        <li key={factor}>
          <span>{t(`match.reason.${factor}`)}</span>
          <span>{t('match.points', { points, most: outOf })}</span>
        </li>
      ))}
    </ul>
  );
}
