import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/codes';
import type { ApplicantProfile } from '../api/models';
import { useFormat } from '../i18n/format';
import { useAccount } from '../session/account';
import classes from './applicant-profile.module.css';
import { useOwnEducation } from './education';

/** All of a profile, since consent to hand it over can only be given to what is shown. */
export function ProfileFacts({ profile }: { profile: ApplicantProfile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { account } = useAccount();
  const regions = useCodes('regions');
  const occupations = useCodes('occupations');
  const educationName = useOwnEducation();
  const expectedPay = profile.expectedPayMin;
  const facts: [string, string][] = [
    [t('session.name'), account?.name ?? ''],
    [t('profile.phone'), profile.phone],
    [t('profile.education'), educationName(profile.education)],
    [t('profile.experience'), t('profile.years', { count: profile.experienceYears })],
    [t('profile.region'), regions.nameOf(profile.regionCode)],
    [
      t('profile.occupations'),
      profile.occupationCodes.map(occupations.nameOf).join(t('app.listSeparator')),
    ],
    [t('profile.skills'), profile.skills.join(t('app.listSeparator'))],
    [t('profile.payFact'), expectedPay === null ? '' : format.number(expectedPay / 100)],
    [t('profile.resume'), profile.resumeText],
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
