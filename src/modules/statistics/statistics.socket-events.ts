/** One published number; the same shape over HTTP and on the wall. */
export interface Figure {
  readonly key: string;
  /** `null` where it has no meaning; shown as "—". */
  readonly value: number | null;
  readonly unit: string;
  /** The API path whose items are exactly what the number counts. */
  readonly list: string | null;
}

export interface WallPlace {
  readonly scope: 'season' | 'fair';
  /** The fair; a season has none. */
  readonly id?: string | null;
}

/** All figures of a place at one moment; a later `takenAt` replaces an earlier one as a whole. */
export interface WallFrame {
  readonly scope: 'season' | 'fair';
  readonly id: string | null;
  /** ISO 8601; never goes back within a connection. */
  readonly takenAt: string;
  readonly figures: readonly Figure[];
}

type Reply<Data> = (
  answer:
    | { readonly ok: true; readonly data: Data }
    | { readonly ok: false; readonly code: string; readonly title: string },
) => void;

export interface ClientToServer {
  /** Answers with the present figures; frames follow, at most one a second. */
  'wall.join': (place: WallPlace, reply: Reply<WallFrame>) => void;
  'wall.leave': (place: WallPlace, reply: Reply<null>) => void;
}

export interface ServerToClient {
  'wall.frame': (frame: WallFrame) => void;
}

/** The room of everybody who looks at a place. */
export function wallRoom(place: WallPlace): string {
  return place.scope === 'season' ? 'wall:season' : `wall:fair:${place.id}`;
}
