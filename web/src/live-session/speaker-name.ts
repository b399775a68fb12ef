import type { LiveSession } from '../api/models';
import { useNamed } from '../i18n/named';

/** Who has the stage: the company, or the host of the organizer. */
export function useSpeakerName(): (session: LiveSession) => string {
  const named = useNamed();
  return (session) =>
    session.companyName === null
      ? session.hostName
      : named(session.companyName, session.companyNameEn);
}
