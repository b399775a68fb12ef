import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../api/client';
import type { Figures } from '../api/models';
import { useConnectionState } from '../realtime/connection-state';
import { ask } from '../realtime/socket';
import type { WallFrame } from '../realtime/socket-events';
import { useLiveSocket } from '../realtime/use-live-socket';
import { figureSetOf, mergeFigures } from './figure-set';
import type { FigureSet } from './figure-set';
import { scopeKey } from './scope';
import type { WallScope } from './scope';

const whileLive = 30_000;
const whileDown = 5_000;

/** The figures of a wall: pushed by the socket, asked over HTTP at the start and while it is down. */
export function useFigures(scope: WallScope) {
  const key = scopeKey(scope);
  const connection = useConnectionState();
  const isLive = connection === 'online';
  const [known, setKnown] = useState<{ key: string; set: FigureSet } | null>(null);

  function take(next: Pick<Figures, 'takenAt' | 'figures'>): void {
    setKnown((before) => {
      const same = before?.key === key ? before.set : null;
      return { key, set: mergeFigures(same, figureSetOf(next)) };
    });
  }

  const answer = useQuery({
    queryKey: ['figures', key],
    queryFn: () => readFigures(scope),
    refetchInterval: isLive ? whileLive : whileDown,
    refetchIntervalInBackground: true,
  });
  useEffect(() => {
    if (answer.data) take(answer.data);
    // `take` only depends on the key, which is part of the query.
  }, [answer.data]);

  const place =
    scope.kind === 'season' ? { scope: scope.kind } : { scope: scope.kind, id: scope.id };
  useLiveSocket(`wall:${key}`, {
    onConnect: (socket) =>
      void ask(socket, 'wall.join', place).then((joined) => {
        if (joined.ok) take(joined.data);
      }),
    listen: (socket) => {
      const onFrame = (frame: WallFrame): void => {
        if (isSameScope(frame, scope)) take(frame);
      };
      socket.on('wall.frame', onFrame);
      return () => socket.off('wall.frame', onFrame);
    },
    leave: (socket) => void ask(socket, 'wall.leave', place),
  });

  return { set: known?.key === key ? known.set : null, connection, answer };
}

function isSameScope(frame: WallFrame, scope: WallScope): boolean {
  return frame.scope === scope.kind && (scope.kind === 'season' || frame.id === scope.id);
}

export async function readFigures(scope: WallScope): Promise<Figures> {
  const { data, error } = await (scope.kind === 'season'
    ? api.GET('/api/v1/statistics/season', { params: { path: undefined } })
    : api.GET('/api/v1/statistics/fairs/{id}', { params: { path: { id: scope.id } } }));
  if (data === undefined) throw error;
  return data;
}
