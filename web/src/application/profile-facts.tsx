import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/codes';
import type { ApplicantProfile } from '../api/models';
import classes from './applicant-profile.module.css';
import { useOwnEducation } from './education';

export function ProfileFacts({ profile }: { profile: ApplicantProfile }) {
  const { t } = useTranslation();
  const regions = useCodes('regions');
  const occupations = useCodes('occupations');
  const educationName = useOwnEducation();
  const facts: [string, string][] = [
    [t('profile.phone'), profile.phone],
    [t('profile.education'), educationName(profile.education)],
    [t('profile.experience'), t('profile.years', { count: profile.experienceYears })],
    [t('profile.region'), regions.nameOf(profile.regionCode)],
    [
      t('profile.occupations'),
      profile.occupationCodes.map(occupations.nameOf).join(t('app.listSeparator')),
    ],
    [t('profile.skills'), profile.skills.join(t('app.listSeparator'))],
  ];
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
