import { mayIn } from '../../platform/auth/actor.js';
import type { Actor } from '../../platform/auth/actor.js';
import { regions } from '../../platform/codes/regions.js';
import type { FieldFault } from '../../platform/errors/domain-error.js';

export const fairStatuses = [
  'planned',
  'registration_open',
  'booths_frozen',
  'live',
  'closed',
  'reported',
  'archived',
  'cancelled',
] as const;

export type FairStatus = (typeof fairStatuses)[number];

export interface Fair {
  readonly id: string;
  readonly organizerId: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly description: string;
  /** GB/T 2260. */
  readonly regionCode: string;
  /** IANA name, for example `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** The status at the moment of reading: the hours open and close a fair by themselves. */
  readonly status: FairStatus;
  readonly publishedAt: Date | null;
  readonly version: number;
}

/** Where a fair may go from each status; every other step is refused. */
export const fairTransitions: Readonly<Record<FairStatus, readonly FairStatus[]>> = {
  planned: ['registration_open', 'cancelled'],
  registration_open: ['booths_frozen', 'cancelled'],
  booths_frozen: ['live', 'cancelled'],
  live: ['closed', 'cancelled'],
  closed: ['reported'],
  reported: ['archived'],
  archived: [],
  cancelled: [],
};

/** Before it is over, a fair's content may change; afterwards it is a record. */
export const openStatuses: readonly FairStatus[] = [
  'planned',
  'registration_open',
  'booths_frozen',
  'live',
];

/** The published fairs that count in the season. */
export const countedFairStatuses: readonly FairStatus[] = [
  'registration_open',
  'booths_frozen',
  'live',
  'closed',
  'reported',
  'archived',
];

export function canMoveFair(from: FairStatus, to: FairStatus): boolean {
  return fairTransitions[from].includes(to);
}

/** How the number of fairs in the season changes when a fair takes this step. */
export function seasonStep(from: FairStatus, to: FairStatus): -1 | 0 | 1 {
  const before = countedFairStatuses.includes(from);
  const after = countedFairStatuses.includes(to);
  if (before === after) return 0;
  return after ? 1 : -1;
}

/** Before a fair is published, only those who prepare it with its organizer know of it. */
export function maySeeFair(
  actor: Actor | null,
  { organizerId, publishedAt }: Pick<Fair, 'organizerId' | 'publishedAt'>,
): boolean {
  return publishedAt !== null || mayIn(actor, organizerId, 'fair.preview');
}

const day = 86_400_000;
export const longestFair = 92 * day;

/** The faults of a fair's content: no fair is longer than a season. */
export function contentFaults(
  content: Pick<Fair, 'opensAt' | 'closesAt' | 'regionCode' | 'timeZone'>,
): FieldFault[] {
  const faults: FieldFault[] = [];
  const length = content.closesAt.getTime() - content.opensAt.getTime();
  if (length <= 0) faults.push({ field: 'closesAt', code: 'fair.ends-before-start' });
  if (length > longestFair) {
    faults.push({
      field: 'closesAt',
      code: 'fair.too-long',
      parameters: { days: longestFair / day },
    });
  }
  if (!regions.isKnown(content.regionCode)) {
    faults.push({ field: 'regionCode', code: 'fair.unknown-region' });
  }
  if (!isTimeZone(content.timeZone)) {
    faults.push({ field: 'timeZone', code: 'fair.unknown-time-zone' });
  }
  return faults;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
