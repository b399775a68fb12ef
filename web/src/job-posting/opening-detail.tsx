import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/codes';
import type { JobPosting } from '../api/models';
import { useRequiredEducation } from '../application/education';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import { useEmploymentTypeName } from './employment-type';
import classes from './opening-detail.module.css';

export function OpeningDetail({ opening }: { opening: JobPosting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  return (
    <article className={classes.detail}>
      <p className={classes.pay}>{format.pay(opening)}</p>
      <p className={classes.company}>{named(opening.companyName, opening.companyNameEn)}</p>
      <Facts opening={opening} />
      <h3>{t('opening.duties')}</h3>
      <p className={classes.text}>{opening.duties}</p>
      <h3>{t('opening.requirements')}</h3>
      <p className={classes.text}>{opening.requirements}</p>
      {opening.skills.length > 0 && (
        <ul className={classes.skills} aria-label={t('opening.skills')}>
          {opening.skills.map((skill) => (
            <li key={skill}>{skill}</li>
          ))}
        </ul>
      )}
    </article>
  );
}

function Facts({ opening }: { opening: JobPosting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const regions = useCodes('regions');
  const occupations = useCodes('occupations');
  const educationName = useRequiredEducation();
  const employmentTypeName = useEmploymentTypeName();
  const place = [regions.nameOf(opening.regionCode), opening.address].filter(Boolean).join(' · ');
  const facts: [string, string][] = [
    [t('opening.place'), place],
    [t('opening.people'), t('opening.headcount', { count: opening.headcount })],
    [t('opening.type'), employmentTypeName(opening.employmentType)],
    [t('opening.occupation'), occupations.nameOf(opening.occupationCode)],
    [t('opening.time'), opening.workingTime],
    [t('opening.education'), educationName(opening.minimumEducation)],
    [t('opening.experience'), t('opening.years', { count: opening.minimumExperienceYears })],
    [t('opening.validThrough'), format.deadline(opening.validThrough)],
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
