import { useLocation, useNavigate } from 'react-router';
import { forgetWhatWasRead } from './account';
import { returnPathOf } from './return-path';
import { useSubmit } from './use-submit';
import type { Submission } from './use-submit';

/** Sends a sign-in or sign-up form and goes back to where the visitor came from. */
export function useAuthSubmit<Values>(send: (values: Values) => Promise<void>): Submission<Values> {
  const navigate = useNavigate();
  const { search } = useLocation();
  return useSubmit(async (values: Values) => {
    await send(values);
    await forgetWhatWasRead();
    await navigate(returnPathOf(search), { replace: true });
  });
}
