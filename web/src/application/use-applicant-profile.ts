import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApplicantProfile, ApplicantProfileInput } from '../api/models';
import { queryClient } from '../api/query-client';
import { contentOf, contentOrNull } from '../api/refusal';

const profileKey = ['applicant-profile'];

/** The visitor's own details; `null` when there are none yet. */
export function useApplicantProfile() {
  return useQuery({ queryKey: profileKey, queryFn: readProfile });
}

export async function saveProfile(input: ApplicantProfileInput): Promise<void> {
  const data = await contentOf(api.PUT('/api/v1/me/applicant-profile', { body: input }));
  queryClient.setQueryData(profileKey, data);
}

const notYet = 404;

function readProfile(): Promise<ApplicantProfile | null> {
  return contentOrNull(api.GET('/api/v1/me/applicant-profile'), notYet);
}
