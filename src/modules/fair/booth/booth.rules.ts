import type { FairStatus } from '../fair.rules.js';

export const boothStatuses = [
  'applied',
  'waitlisted',
  'rejected',
  'approved',
  'set_up',
  'online',
  'offline',
] as const;

export type BoothStatus = (typeof boothStatuses)[number];

export const decisions = ['approved', 'waitlisted', 'rejected'] as const;
export type Decision = (typeof decisions)[number];

export const presences = ['set_up', 'online', 'offline'] as const;
export type Presence = (typeof presences)[number];

/** What the organizer may decide about a booth in each status. */
export const decisionsFrom: Readonly<Record<BoothStatus, readonly Decision[]>> = {
  applied: ['approved', 'waitlisted', 'rejected'],
  waitlisted: ['approved', 'rejected'],
  rejected: ['approved'],
  approved: ['rejected'],
  set_up: ['rejected'],
  online: [],
  offline: ['rejected'],
};

/** What the company's staff may do with a booth in each status. */
export const presencesFrom: Readonly<Record<BoothStatus, readonly Presence[]>> = {
  applied: [],
  waitlisted: [],
  rejected: [],
  approved: ['set_up'],
  set_up: ['online'],
  online: ['offline'],
  offline: ['online'],
};

/** A booth that takes part: visitors see it and it counts. */
export const placedStatuses: readonly BoothStatus[] = ['approved', 'set_up', 'online', 'offline'];

/** Booths and what they show can change until the fair is over. */
const boothsChangeIn: readonly FairStatus[] = [
  'planned',
  'registration_open',
  'booths_frozen',
  'live',
];

export function isPlaced(status: BoothStatus): boolean {
  return placedStatuses.includes(status);
}

export function canApply(fair: FairStatus): boolean {
  return fair === 'registration_open';
}

export function canDecide(fair: FairStatus, from: BoothStatus, to: Decision): boolean {
  return boothsChangeIn.includes(fair) && decisionsFrom[from].includes(to);
}

/** A booth is prepared before the fair opens, and staffed only while it is open. */
export function canBePresent(fair: FairStatus, from: BoothStatus, to: Presence): boolean {
  if (!presencesFrom[from].includes(to)) return false;
  return to === 'online' ? fair === 'live' : boothsChangeIn.includes(fair);
}

export function canChoosePostings(fair: FairStatus, booth: BoothStatus): boolean {
  return boothsChangeIn.includes(fair) && booth !== 'rejected';
}
