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
  return { filter, change };
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
