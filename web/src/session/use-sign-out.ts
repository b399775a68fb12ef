import { useNavigate } from 'react-router';
import { forgetWhatWasRead } from './account';
import { dropDrafts } from '../ui/draft';
import { signOut } from './auth-requests';

/** What the account page is told when somebody is still signed in who wanted to leave. */
export interface SignOutFailed {
  readonly signOutFailed: true;
}

export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    try {
      await signOut();
    } catch {
      const state: SignOutFailed = { signOutFailed: true };
      await navigate('/account', { state });
      return;
    }
    dropDrafts();
    await navigate('/');
    await forgetWhatWasRead();
  };
}
