import { useTranslation } from 'react-i18next';
import { Pill } from '../ui/pill';
import type { PillTone } from '../ui/pill';

const tones = {
  submitted: 'open',
  viewed: 'open',
  shortlisted: 'good',
  interview_offered: 'good',
  interview_done: 'good',
  intent: 'good',
  offered: 'good',
  accepted: 'good',
  onboarded: 'good',
  rejected: 'quiet',
  withdrawn: 'quiet',
  expired: 'quiet',
} as const satisfies Record<string, PillTone>;

export type ApplicationStatus = keyof typeof tones;

export function knownStatus(status: string): ApplicationStatus {
  return status in tones ? (status as ApplicationStatus) : 'submitted';
}

export function ApplicationStatusPill({ status }: { status: string }) {
  const { t } = useTranslation();
  const known = knownStatus(status);
  return <Pill tone={tones[known]}>{t(`application.status.${known}`)}</Pill>;
}
