import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';
import type { Application } from '../api/models';
import { queryClient } from '../api/query-client';
import { contentOf } from '../api/refusal';

const soon = 2000;

export function myApplicationKey(jobPostingId: string): readonly string[] {
  return ['my-application', jobPostingId];
}

interface MyApplications {
  readonly live: Application | null;
  /** The last one that came to an end, where none lives. */
  readonly earlier: Application | null;
}

/** What the visitor has to do with an opening; asked again until the queue has judged the live one. */
export function useMyApplication(jobPostingId: string, isSignedIn: boolean) {
  return useQuery({
    queryKey: myApplicationKey(jobPostingId),
    queryFn: () => readMyApplications(jobPostingId),
    enabled: isSignedIn,
    refetchInterval: ({ state }) => (state.data?.live?.processedAt === null ? soon : false),
  });
}

export async function rereadMyApplications(jobPostingId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: myApplicationKey(jobPostingId) }),
    queryClient.invalidateQueries({ queryKey: ['get', '/api/v1/applications'] }),
  ]);
}

const ended: readonly string[] = ['withdrawn', 'rejected', 'expired'];

async function readMyApplications(jobPostingId: string): Promise<MyApplications> {
  const query = { scope: 'mine', jobPostingId, limit: 10 } as const;
  const { items } = await contentOf(api.GET('/api/v1/applications', { params: { query } }));
  const live = items.find(({ status }) => !ended.includes(status)) ?? null;
  return { live, earlier: live === null ? (items[0] ?? null) : null };
}
