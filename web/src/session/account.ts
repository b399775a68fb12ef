import { useQuery } from '@tanstack/react-query';
import { api, whenStranger } from '../api/client';
import type { Account } from '../api/models';
import { queryClient } from '../api/query-client';
import { contentOf } from '../api/refusal';
import { claimDrafts } from '../ui/draft';
import { introduceAgain, whenSentAway } from '../realtime/socket';

const accountKey = ['account'];

export interface CurrentAccount {
  /** The signed-in person, or `null` for a visitor and while nothing is known yet. */
  readonly account: Account | null;
  readonly isKnown: boolean;
}

export function useAccount(): CurrentAccount {
  const { data, isPending, isError } = useQuery({
    queryKey: accountKey,
    queryFn: readAccount,
    staleTime: 5 * 60_000,
  });
  return { account: data ?? null, isKnown: !isPending && !isError };
}

/** After signing in or out everything that was read may read differently. */
export async function forgetWhatWasRead(): Promise<void> {
  await introduceAgain();
  await queryClient.resetQueries();
}

whenSentAway(() => void readWhoIsThere());
whenStranger(() => void readWhoIsThere());

/** The session may have ended in another tab; then nothing of that person may stay on the page. */
async function readWhoIsThere(): Promise<void> {
  const before = queryClient.getQueryData<Account | null>(accountKey);
  await queryClient.refetchQueries({ queryKey: accountKey });
  const now = queryClient.getQueryData<Account | null>(accountKey);
  if (before?.userId !== now?.userId) await queryClient.resetQueries();
}

async function readAccount(): Promise<Account | null> {
  const { account } = await contentOf(api.GET('/api/v1/session'));
  if (account !== null) claimDrafts(account.userId);
  return account;
}
