import type { Figure, WallFrame } from '../realtime/socket-events';

/** Every figure that the wall knows how to name. */
export const figureKeys = [
  'fairs',
  'companies',
  'openings',
  'headcount',
  'applications',
  'applicants',
  'processed',
  'attention',
  'pending',
  'applicationsPerOpening',
  'headcountPerApplicant',
  'pageViews',
  'visitors',
  'viewers',
  'messages',
] as const;

export type FigureKey = (typeof figureKeys)[number];

export function isFigureKey(text: string | undefined): text is FigureKey {
  return figureKeys.some((key) => key === text);
}

export interface FigureSet {
  readonly takenAt: string;
  readonly byKey: ReadonlyMap<string, Figure>;
}

/** A snapshot, by socket or by HTTP. */
export type FigureNews = Pick<WallFrame, 'takenAt' | 'figures'>;

export function figureSetOf({ takenAt, figures }: FigureNews): FigureSet {
  return { takenAt, byKey: new Map(figures.map((figure) => [figure.key, figure])) };
}

/**
 * The newer of two snapshots wins as a whole figure by figure: a late answer over HTTP must not
 * turn the wall back, and a frame may carry only what changed.
 */
export function mergeFigures(known: FigureSet | null, next: FigureSet): FigureSet {
  if (known === null) return next;
  const isNewer = Date.parse(next.takenAt) >= Date.parse(known.takenAt);
  const [older, newer] = isNewer ? [known, next] : [next, known];
  return { takenAt: newer.takenAt, byKey: new Map([...older.byKey, ...newer.byKey]) };
}

/** A figure's value; `null` is "not known", never zero. */
export function valueOf(set: FigureSet, key: FigureKey): number | null {
  return set.byKey.get(key)?.value ?? null;
}
