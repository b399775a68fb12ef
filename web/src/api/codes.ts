import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export type CodeListName = 'regions' | 'occupations' | 'industries';

interface Code {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const day = 24 * 60 * 60 * 1000;

/** A published code list with a way to its names; a code without a name is shown as it is. */
export function useCodes(list: CodeListName) {
  const { i18n } = useTranslation();
  const { data } = useQuery({
    queryKey: ['codes', list],
    queryFn: () => readCodes(list),
    staleTime: day,
    gcTime: day,
  });
  return useMemo(() => {
    const codes = data ?? [];
    const name = (code: Code): string => (i18n.language === 'en' ? code.en : code.zh);
    const names = new Map(codes.map((code) => [code.code, name(code)]));
    return {
      nameOf: (code: string): string => nearestName(names, code) ?? code,
      options: codes.map((code) => ({ value: code.code, label: name(code) })),
    };
  }, [data, i18n.language]);
}

async function readCodes(list: CodeListName): Promise<readonly Code[]> {
  const response = await fetch(`/api/v1/codes/${list}`);
  if (!response.ok) return [];
  const { items } = (await response.json()) as { items: readonly Code[] };
  return items;
}

/** Districts that the list does not name are shown under their city or province. */
function nearestName(names: ReadonlyMap<string, string>, code: string): string | undefined {
  if (names.has(code) || !/^\d{6}$/.test(code)) return names.get(code);
  return names.get(`${code.slice(0, 4)}00`) ?? names.get(`${code.slice(0, 2)}0000`);
}
