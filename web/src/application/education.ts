import { useTranslation } from 'react-i18next';

/** Levels in rising order, as the server compares them. */
export const educationLevels = [0, 1, 2, 3, 4, 5, 6] as const;

type Level = (typeof educationLevels)[number];

export function useEducationName(): (level: number) => string {
  const { t } = useTranslation();
  return (level) => t(`education.${knownLevel(level)}`);
}

function knownLevel(level: number): Level {
  return educationLevels.find((known) => known === level) ?? 0;
}
