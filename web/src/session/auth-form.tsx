import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { ProblemNote } from '../ui/problem-note';
import type { Submission } from './use-submit';

interface AuthFormProps<Values> {
  form: Pick<UseFormReturnType<Values>, 'onSubmit'>;
  submission: Submission<Values>;
  /** What the button says. */
  action: string;
  children: ReactNode;
}

/** The fields, what was wrong when they were sent, and the button that sends them. */
export function AuthForm<Values>({ form, submission, action, children }: AuthFormProps<Values>) {
  const { submit, isSending, isDone, problem } = submission;
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      {children}
      {problem !== null && <ProblemNote problem={problem} />}
      <Button type="submit" fullWidth loading={isSending || isDone}>
        {action}
      </Button>
    </form>
  );
}
