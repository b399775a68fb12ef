import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { ApplicantProfile, ApplicantProfileInput } from '../api/models';
import { queryClient } from '../api/query-client';

const profileKey = ['applicant-profile'];

/** The visitor's own details; `null` when there are none yet. */
export function useApplicantProfile() {
  return useQuery({ queryKey: profileKey, queryFn: readProfile });
}

export async function saveProfile(input: ApplicantProfileInput): Promise<void> {
  const { data, error } = await api.PUT('/api/v1/me/applicant-profile', {
    params: { path: undefined },
    body: input,
  });
  if (data === undefined) throw error;
  queryClient.setQueryData(profileKey, data);
}

async function readProfile(): Promise<ApplicantProfile | null> {
  const { data, error, response } = await api.GET('/api/v1/me/applicant-profile', {
    params: { path: undefined },
  });
  if (response.status === 404) return null;
  if (data === undefined) throw error;
  return data;
}
