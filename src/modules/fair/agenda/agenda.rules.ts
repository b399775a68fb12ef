import type { FieldFault } from '../../../platform/errors/domain-error.js';

export const agendaKinds = ['talk', 'live_session', 'break'] as const;
export type AgendaKind = (typeof agendaKinds)[number];

export interface AgendaItem {
  readonly id: string;
  readonly fairId: string;
  readonly kind: AgendaKind;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Orders items that start together. */
  readonly position: number;
}

export const mostAgendaItems = 300;

/** The faults of an item's time: it ends after it starts, and both lie within the fair. */
export function agendaTimeFaults(
  item: Pick<AgendaItem, 'startsAt' | 'endsAt'>,
  fair: { readonly opensAt: Date; readonly closesAt: Date },
): FieldFault[] {
  const faults: FieldFault[] = [];
  if (item.endsAt <= item.startsAt) {
    faults.push({ field: 'endsAt', code: 'agenda-item.ends-before-start' });
  }
  if (item.startsAt < fair.opensAt || item.startsAt >= fair.closesAt) {
    faults.push({ field: 'startsAt', code: 'agenda-item.outside-fair' });
  }
  if (item.endsAt > fair.closesAt) {
    faults.push({ field: 'endsAt', code: 'agenda-item.outside-fair' });
  }
  return faults;
}
