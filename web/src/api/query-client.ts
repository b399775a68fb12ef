import { QueryClient } from '@tanstack/react-query';
import { isTemporary, problemOf } from './problem';

const patience = 3;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < patience && isTemporary(problemOf(error)),
      retryDelay: waitBeforeRetry,
      // What could not be read for want of a server is read when it is back, without a tap.
      refetchInterval: ({ state }) =>
        state.status === 'error' && isTemporary(problemOf(state.error)) && waitBeforeRetry(4),
    },
    mutations: { retryDelay: waitBeforeRetry },
  },
});

/** Doubles from half a second, with jitter: a crowd must not come back at the same instant. */
export function waitBeforeRetry(failures: number): number {
  return Math.min(8000, 500 * 2 ** failures) * (0.75 + Math.random() / 2);
}
