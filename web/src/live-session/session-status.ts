const statuses = ['scheduled', 'on_air', 'ended', 'cancelled'] as const;

export type SessionStatus = (typeof statuses)[number];

export function knownSessionStatus(status: string): SessionStatus {
  return statuses.find((known) => known === status) ?? 'scheduled';
}
