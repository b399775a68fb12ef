import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';

/** The words for a problem: the server's own, or ours when no answer came. */
export function useProblemText(): (problem: Problem) => string {
  const { t } = useTranslation();
  return (problem) => {
    if (problem.title !== '') return problem.title;
    return problem.code === 'network' ? t('problem.network') : t('problem.unexpected');
  };
}
