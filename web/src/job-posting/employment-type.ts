import { useTranslation } from 'react-i18next';

const types = ['full_time', 'part_time', 'dispatch', 'internship', 'gig', 'shared'] as const;

export function useEmploymentTypeName(): (type: string) => string {
  const { t } = useTranslation();
  return (type) => {
    const known = types.find((name) => name === type);
    return known === undefined ? type : t(`employmentType.${known}`);
  };
}
