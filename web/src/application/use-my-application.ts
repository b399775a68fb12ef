import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Application } from '../api/models';
import { queryClient } from '../api/query-client';
import { contentOf } from '../api/refusal';

const soon = 2000;

export function myApplicationKey(jobPostingId: string): readonly string[] {
  return ['my-application', jobPostingId];
}

/** The visitor's live application to an opening; asked again until the queue has judged it. */
export function useMyApplication(jobPostingId: string, isSignedIn: boolean) {
  return useQuery({
    queryKey: myApplicationKey(jobPostingId),
    queryFn: () => readMyApplication(jobPostingId),
    enabled: isSignedIn,
    refetchInterval: ({ state }) => (state.data?.processedAt === null ? soon : false),
  });
}

export async function rereadMyApplications(jobPostingId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: myApplicationKey(jobPostingId) }),
    queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/applications'] }),
  ]);
}

const ended: readonly string[] = ['withdrawn', 'rejected', 'expired'];

async function readMyApplication(jobPostingId: string): Promise<Application | null> {
  const query = { scope: 'mine', jobPostingId, limit: 10 } as const;
  const { items } = await contentOf(api.GET('/api/v1/applications', { params: { query } }));
  return items.find(({ status }) => !ended.includes(status)) ?? null;
}
