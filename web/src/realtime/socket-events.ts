import type { FeedSlice, Figures } from '../api/models';

/** Interim: the server's own `*.socket-events.ts` replace these as soon as they exist. */
export type Acknowledgement<Data> =
  { ok: true; data: Data } | { ok: false; code: string; title: string };

type Reply<Data> = (answer: Acknowledgement<Data>) => void;

export interface SessionFrame extends FeedSlice {
  sessionId: string;
}

export interface WallFrame extends Pick<Figures, 'takenAt' | 'figures'> {
  scope: 'season' | 'fair';
  id?: string | null;
}

export interface ClientToServerEvents {
  'live-session.join': (
    message: { sessionId: string; since?: number },
    reply: Reply<SessionFrame>,
  ) => void;
  'live-session.leave': (message: { sessionId: string }, reply: Reply<null>) => void;
  'live-session.say': (
    message: { sessionId: string; text: string; clientKey: string },
    reply: Reply<{ seq: number }>,
  ) => void;
  'wall.join': (
    message: { scope: 'season' | 'fair'; id?: string },
    reply: Reply<WallFrame>,
  ) => void;
  'wall.leave': (message: { scope: 'season' | 'fair'; id?: string }, reply: Reply<null>) => void;
}

export interface ServerToClientEvents {
  'live-session.frame': (frame: SessionFrame) => void;
  'wall.frame': (frame: WallFrame) => void;
  'notice.new': (notice: { id: string; kind: string }) => void;
  'server.restarting': (message: { retryInMs: number }) => void;
}
