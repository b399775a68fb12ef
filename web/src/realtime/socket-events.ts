import type * as liveSession from '../../../src/modules/live-session/live-session.socket-events';
import type * as notification from '../../../src/modules/notification/notification.socket-events';
import type * as statistics from '../../../src/modules/statistics/statistics.socket-events';

/** Everything that a page may send, as the server's modules declare it. */
export interface ClientToServerEvents
  extends liveSession.ClientToServer, statistics.ClientToServer {}

/** Everything that a page may hear. */
export interface ServerToClientEvents
  extends liveSession.ServerToClient, notification.ServerToClient, statistics.ServerToClient {
  /** This process drains; another one takes over after that time. */
  'server.restarting': (message: { readonly retryInMs: number }) => void;
}

export type { Figure, WallFrame } from '../../../src/modules/statistics/statistics.socket-events';
export type {
  FeedCounters,
  FeedEvent,
  LiveSessionFrame,
  LiveSessionSnapshot,
} from '../../../src/modules/live-session/live-session.socket-events';
