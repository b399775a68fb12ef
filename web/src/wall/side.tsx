import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { problemOf } from '../api/problem';
import { useAccount } from '../session/account';
import { AgendaSide } from './agenda-side';
import { Ranking } from './ranking';
import { readRanking } from './read-ranking';
import { scopeKey } from './scope';
import type { WallScope } from './scope';

const refreshEvery = 10_000;

/**
 * Beside the figures: where the applications go. A fair's single companies are its organizer's to
 * see; everybody else sees what comes next.
 */
export function Side({ scope }: { scope: WallScope }) {
  const { account, isKnown } = useAccount();
  const mayAsk = scope.kind === 'season' || account?.permissions.includes('statistics.read');
  const { data, error } = useQuery({
    enabled: mayAsk === true,
    queryKey: ['ranking', scopeKey(scope)],
    queryFn: () => readRanking(scope),
    refetchInterval: (query) => (isClosed(query.state.error) ? false : refreshEvery),
    refetchIntervalInBackground: true,
    placeholderData: keepPreviousData,
  });
  const isRefused = (isKnown && !mayAsk) || isClosed(error);
  if (scope.kind === 'fair' && isRefused) return <AgendaSide fairId={scope.id} />;
  return <Ranking kind={scope.kind} rows={data ?? []} />;
}

function isClosed(error: unknown): boolean {
  return error !== null && [401, 403, 404].includes(problemOf(error).status);
}
