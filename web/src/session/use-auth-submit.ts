import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { problemOf } from '../api/problem';
import type { Problem } from '../api/problem';
import { forgetWhatWasRead } from './account';
import { returnPathOf } from './return-path';

/** Sends a sign-in or sign-up form and goes back to where the visitor came from. */
export function useAuthSubmit<Values>(send: (values: Values) => Promise<void>) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(values: Values): Promise<void> {
    setSending(true);
    setProblem(null);
    try {
      await send(values);
      await forgetWhatWasRead();
      await navigate(returnPathOf(search), { replace: true });
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setSending(false);
    }
  }
  return { submit, isSending, problem };
}
