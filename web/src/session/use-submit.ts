import { useMutation } from '@tanstack/react-query';
import { problemOf } from '../api/problem';
import type { Problem } from '../api/problem';

export interface Submission<Values> {
  readonly submit: (values: Values) => void;
  readonly isSending: boolean;
  readonly isDone: boolean;
  readonly problem: Problem | null;
}

/** Sends a form; without a network it says so at once instead of waiting for one. */
export function useSubmit<Values>(send: (values: Values) => Promise<void>): Submission<Values> {
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: send,
    networkMode: 'always',
  });
  return {
    submit: (values) => mutate(values),
    isSending: isPending,
    isDone: isSuccess,
    problem: error === null ? null : problemOf(error),
  };
}
