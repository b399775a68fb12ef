import type { Fair } from '../api/models';

/** What a visitor needs to know of a fair's life; the organizer's finer steps do not matter here. */
export type FairPhase = 'open' | 'upcoming' | 'over' | 'cancelled';

export function phaseOf(status: string): FairPhase {
  if (status === 'live') return 'open';
  if (status === 'cancelled') return 'cancelled';
  return ['closed', 'reported', 'archived'].includes(status) ? 'over' : 'upcoming';
}

const order: readonly FairPhase[] = ['open', 'upcoming', 'over', 'cancelled'];

export interface FairGroup {
  readonly phase: FairPhase;
  readonly fairs: readonly Fair[];
}

/** Open fairs first (the one that closes soonest leads), then the next to open, then the past. */
export function groupFairs(fairs: readonly Fair[]): FairGroup[] {
  return order
    .map((phase) => ({
      phase,
      fairs: fairs.filter((fair) => phaseOf(fair.status) === phase).sort(comparison[phase]),
    }))
    .filter((group) => group.fairs.length > 0);
}

type Comparison = (one: Fair, other: Fair) => number;

const byOpening: Comparison = (one, other) => one.opensAt.localeCompare(other.opensAt);
const latestFirst: Comparison = (one, other) => other.closesAt.localeCompare(one.closesAt);

const comparison: Record<FairPhase, Comparison> = {
  open: (one, other) => one.closesAt.localeCompare(other.closesAt),
  upcoming: byOpening,
  over: latestFirst,
  cancelled: latestFirst,
};
