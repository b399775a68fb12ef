import type { FieldFault } from '../../platform/errors/domain-error.js';

export const liveSessionStatuses = ['scheduled', 'on_air', 'ended', 'cancelled'] as const;
export type LiveSessionStatus = (typeof liveSessionStatuses)[number];

export interface LiveSession {
  readonly id: string;
  readonly fairId: string;
  /** The company that presents itself, or `null` when the organizer speaks. */
  readonly companyId: string | null;
  readonly agendaItemId: string | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly hostId: string;
  readonly hostName: string;
  readonly scheduledStart: Date;
  readonly scheduledEnd: Date;
  readonly status: LiveSessionStatus;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly peakViewers: number;
}

/** Where a session may go from each status; every other step is refused. */
export const liveSessionTransitions: Readonly<
  Record<LiveSessionStatus, readonly LiveSessionStatus[]>
> = {
  scheduled: ['on_air', 'cancelled'],
  on_air: ['ended', 'cancelled'],
  ended: [],
  cancelled: [],
};

export function canMoveLiveSession(from: LiveSessionStatus, to: LiveSessionStatus): boolean {
  return liveSessionTransitions[from].includes(to);
}

/** What becomes of a session when its fair is over: nobody speaks on, and nobody begins. */
export function statusAfterFair(status: LiveSessionStatus): LiveSessionStatus {
  if (status === 'on_air') return 'ended';
  return status === 'scheduled' ? 'cancelled' : status;
}

const longestHours = 12;

/** The faults of a session's time: it lies within the fair and lasts no longer than a working day. */
export function scheduleFaults(
  schedule: { readonly scheduledStart: Date; readonly scheduledEnd: Date },
  fair: { readonly opensAt: Date; readonly closesAt: Date },
): FieldFault[] {
  const { scheduledStart, scheduledEnd } = schedule;
  const faults: FieldFault[] = [];
  const length = scheduledEnd.getTime() - scheduledStart.getTime();
  if (length <= 0 || length > longestHours * 3_600_000) {
    faults.push({
      field: 'scheduledEnd',
      code: 'live-session.length',
      parameters: { hours: longestHours },
    });
  }
  if (scheduledStart < fair.opensAt || scheduledStart >= fair.closesAt) {
    faults.push({ field: 'scheduledStart', code: 'live-session.outside-fair' });
  }
  if (scheduledEnd > fair.closesAt) {
    faults.push({ field: 'scheduledEnd', code: 'live-session.outside-fair' });
  }
  return faults;
}

/** Everybody who watches a session is in this room. */
export function roomOfLiveSession(sessionId: string): string {
  return `live-session:${sessionId}`;
}
