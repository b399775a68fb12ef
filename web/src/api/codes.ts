import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from './client';
import { namesOf, optionsOf } from './code-names';

export type CodeListName = 'regions' | 'occupations' | 'industries';

const day = 24 * 60 * 60 * 1000;

/** A published code list: names for codes that are shown, options for fields that ask for one. */
export function useCodes(list: CodeListName) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const { data } = query.useQuery(
    'get',
    '/api/v1/codes/{list}',
    { params: { path: { list } } },
    { staleTime: day, gcTime: day },
  );
  return useMemo(() => {
    const codes = data?.items ?? [];
    return { nameOf: namesOf(codes, language), options: optionsOf(codes, language) };
  }, [data, language]);
}
