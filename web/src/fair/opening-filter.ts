import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

const keys = ['query', 'regionCode', 'occupationCode', 'companyId'] as const;
type FilterKey = (typeof keys)[number];

export type OpeningFilter = Partial<Record<FilterKey, string>>;

/** The filter lives in the address: it can be shared, and the back button undoes it. */
export function useOpeningFilter() {
  const [parameters, setParameters] = useSearchParams();
  const filter: OpeningFilter = {};
  for (const key of keys) {
    const value = parameters.get(key);
    if (value) filter[key] = value;
  }
  const isBroken = filter.companyId !== undefined && !isId(filter.companyId);
  if (isBroken) delete filter.companyId;
  function change(changes: OpeningFilter): void {
    setParameters(
      (current) => {
        const next = new URLSearchParams(current);
        for (const [key, value] of Object.entries(changes)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  }
  useEffect(() => {
    if (isBroken) change({ companyId: '' });
  });
  return { filter, change };
}

/** The server refuses anything else, and trying again would not help. */
function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** How many filters beside the search words are on. */
export function countFilters(filter: OpeningFilter): number {
  return keys.filter((key) => key !== 'query' && filter[key] !== undefined).length;
}

export const noFilter: OpeningFilter = {
  query: '',
  regionCode: '',
  occupationCode: '',
  companyId: '',
};
