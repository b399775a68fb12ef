import { useEffect } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';

const keys = ['query', 'regionCode', 'occupationCode', 'companyId'] as const;
type FilterKey = (typeof keys)[number];

export type OpeningFilter = Partial<Record<FilterKey, string>>;

/**
 * The filter lives in the address: it can be shared, and the back button undoes it. Words that are
 * being typed are one step, and so is all that is chosen while the panel of a phone is open.
 */
export function useOpeningFilter() {
  const [parameters, setParameters] = useSearchParams();
  const { state } = useLocation() as { state: unknown };
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
      { replace: isBroken || isFilterPanel(state) || isTyping(changes), state },
    );
  }
  useEffect(() => {
    if (isBroken) change({ companyId: '' });
  });
  return { filter, change };
}

function isTyping(changes: OpeningFilter): boolean {
  return Object.keys(changes).every((key) => key === 'query');
}

interface FilterPanelState {
  /** The search part of the address when the panel was opened. */
  readonly filtersFrom: string;
}

function isFilterPanel(state: unknown): state is FilterPanelState {
  return typeof state === 'object' && state !== null && 'filtersFrom' in state;
}

/** The panel with the filters, as a step of its own that the back button of a phone undoes. */
export function useFilterPanel() {
  const navigate = useNavigate();
  const { search, state } = useLocation() as { search: string; state: unknown };
  function open(): void {
    const opened: FilterPanelState = { filtersFrom: search };
    void navigate({ search }, { state: opened });
  }
  function close(): void {
    if (isFilterPanel(state) && state.filtersFrom === search) void navigate(-1);
    else void navigate({ search }, { replace: true });
  }
  return { isOpen: isFilterPanel(state), open, close };
}

/** The server refuses anything else, and trying again would not help. */
function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** How many filters beside the search words are on. */
export function countFilters(filter: OpeningFilter): number {
  return keys.filter((key) => key !== 'query' && filter[key] !== undefined).length;
}

/** Nothing chosen; the words of the search stay. */
export const noChoice: OpeningFilter = { regionCode: '', occupationCode: '', companyId: '' };

export const noFilter: OpeningFilter = { ...noChoice, query: '' };
