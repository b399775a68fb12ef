import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Figures } from '../api/models';
import { queryClient } from '../api/query-client';
import { contentOf } from '../api/refusal';
import { useConnectionState } from '../realtime/connection-state';
import { ask } from '../realtime/socket';
import type { WallFrame } from '../realtime/socket-events';
import { useLiveSocket } from '../realtime/use-live-socket';
import { figureSetOf, mergeFigures } from './figure-set';
import type { FigureNews, FigureSet } from './figure-set';
import { scopeKey } from './scope';
import type { WallScope } from './scope';

const whileLive = 30_000;
const whileDown = 5_000;

/** The figures of a scope over HTTP, merged with what the socket has already brought. */
export function useFigures(scope: WallScope, refetchInterval?: number) {
  return useQuery({
    queryKey: figuresKey(scope),
    queryFn: async () => merged(scope, await readFigures(scope)),
    ...(refetchInterval ? { refetchInterval, refetchIntervalInBackground: true } : {}),
  });
}

/** The figures of a wall: pushed by the socket, asked over HTTP at the start and while it is down. */
export function useLiveFigures(scope: WallScope) {
  const connection = useConnectionState();
  const answer = useFigures(scope, connection === 'online' ? whileLive : whileDown);
  const place =
    scope.kind === 'season' ? { scope: scope.kind } : { scope: scope.kind, id: scope.id };
  function take(frame: WallFrame): void {
    queryClient.setQueryData(figuresKey(scope), merged(scope, frame));
  }
  useLiveSocket(`wall:${scopeKey(scope)}`, {
    onConnect: (socket) =>
      void ask(socket, 'wall.join', place).then((joined) => {
        if (joined.ok) take(joined.data);
      }),
    listen: (socket) => {
      const onFrame = (frame: WallFrame): void => {
        if (isOfScope(frame, scope)) take(frame);
      };
      socket.on('wall.frame', onFrame);
      return () => socket.off('wall.frame', onFrame);
    },
    leave: (socket) => void ask(socket, 'wall.leave', place),
  });
  return { set: answer.data ?? null, connection, error: answer.error };
}

function figuresKey(scope: WallScope): readonly string[] {
  return ['figures', scopeKey(scope)];
}

function merged(scope: WallScope, next: FigureNews): FigureSet {
  const known = queryClient.getQueryData<FigureSet>(figuresKey(scope)) ?? null;
  return mergeFigures(known, figureSetOf(next));
}

function isOfScope(frame: WallFrame, scope: WallScope): boolean {
  return frame.scope === scope.kind && (scope.kind === 'season' || frame.id === scope.id);
}

function readFigures(scope: WallScope): Promise<Figures> {
  if (scope.kind === 'season') return contentOf(api.GET('/api/v1/statistics/season'));
  const params = { path: { id: scope.id } };
  return contentOf(api.GET('/api/v1/statistics/fairs/{id}', { params }));
}
