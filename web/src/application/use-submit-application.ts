import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../api/client';
import type { JobPosting } from '../api/models';
import { newKey } from '../api/new-key';
import { fieldErrors, isTemporary, problemOf } from '../api/problem';
import type { Problem } from '../api/problem';
import { contentOf } from '../api/refusal';
import { showFirstFault } from '../ui/show-first-fault';
import { answersDraft, filledIn } from './answers';
import type { Answers } from './answers';
import type { Occasion } from './occasion';
import { rereadMyApplications } from './use-my-application';

const attempts = 5;

type SetErrors = (errors: Record<string, string>) => void;

/**
 * Sends the application until the server has surely taken it. One key names the intention, so a
 * lost answer and a second tap cannot apply twice.
 */
export function useSubmitApplication(opening: JobPosting, occasion: Occasion) {
  const key = useRef(newKey());
  const mutation = useMutation({
    mutationFn: (answers: Answers) => send(opening.id, occasion, answers, key.current),
    retry: (failures, error) => failures < attempts && isTemporary(problemOf(error)),
    onSuccess: () => answersDraft(opening.id).drop(),
    onSettled: () => rereadMyApplications(opening.id),
  });

  function submit(answers: Answers, setErrors: SetErrors): void {
    mutation.mutate(filledIn(answers), {
      onError: (thrown) => {
        const refusal = problemOf(thrown);
        // Corrected content under the same key would be refused for the key alone.
        if (!isTemporary(refusal)) key.current = newKey();
        setErrors(fieldErrors(refusal));
        showFirstFault();
      },
    });
  }

  const problem: Problem | null = mutation.isError ? problemOf(mutation.error) : null;
  return {
    submit,
    isSending: mutation.isPending,
    isWaiting: mutation.isPaused,
    isRetrying: mutation.isPending && !mutation.isPaused && mutation.failureCount > 0,
    problem,
  };
}

async function send(
  jobPostingId: string,
  occasion: Occasion,
  answers: Answers,
  key: string,
): Promise<void> {
  await contentOf(
    api.POST('/api/v1/applications', {
      headers: { 'Idempotency-Key': key },
      body: { jobPostingId, ...occasion, answers, consent: true },
    }),
  );
}
