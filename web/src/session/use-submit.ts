import { useState } from 'react';
import { problemOf } from '../api/problem';
import type { Problem } from '../api/problem';

/** Sends a form once at a time; what was wrong stays until it is sent again. */
export function useSubmit<Values>(send: (values: Values) => Promise<void>) {
  const [state, setState] = useState<'idle' | 'sending' | 'done'>('idle');
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit(values: Values): Promise<void> {
    setState('sending');
    setProblem(null);
    try {
      await send(values);
      setState('done');
    } catch (thrown) {
      setProblem(problemOf(thrown));
      setState('idle');
    }
  }
  return { submit, isSending: state === 'sending', isDone: state === 'done', problem };
}
