import { query } from '../api/client';
import type { LiveSession } from '../api/models';

const refreshEvery = 30_000;

/** The fair's sessions; asked again now and then, for one may go on air while the page is open. */
export function useFairSessions(fairId: string): readonly LiveSession[] {
  const { data } = query.useQuery(
    'get',
    '/api/v1/live-sessions',
    { params: { query: { fairId, limit: 100 } } },
    { refetchInterval: refreshEvery },
  );
  return data?.items ?? [];
}
