import { useTranslation } from 'react-i18next';

/** Levels in rising order, as the server compares them. */
export const educationLevels = [0, 1, 2, 3, 4, 5, 6] as const;

type Level = (typeof educationLevels)[number];

/** What an opening asks for: 0 asks for nothing. */
export function useRequiredEducation(): (level: number) => string {
  const { t } = useTranslation();
  return (level) => t(`education.${knownLevel(level)}`);
}

/** What a person has: 0 is no secondary school. */
export function useOwnEducation(): (level: number) => string {
  const { t } = useTranslation();
  return (level) => (level === 0 ? t('profile.noEducation') : t(`education.${knownLevel(level)}`));
}

function knownLevel(level: number): Level {
  return educationLevels.find((known) => known === level) ?? 0;
}
