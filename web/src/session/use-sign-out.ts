import { useNavigate } from 'react-router';
import { forgetWhatWasRead } from './account';
import { dropDrafts } from '../ui/draft';
import { signOut } from './auth-requests';

export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    // Whatever the answer, the next reading of the account tells who is signed in.
    await signOut().catch(() => undefined);
    dropDrafts();
    await navigate('/');
    await forgetWhatWasRead();
  };
}
