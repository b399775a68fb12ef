import type { ScreeningQuestion } from '../api/models';
import { draftOf } from '../ui/draft';
import type { Draft } from '../ui/draft';

/** What was answered, by question; everything travels as text. */
export type Answers = Record<string, string>;

/** Consent is given in the moment of sending, so it is no part of this. */
export function answersDraft(jobPostingId: string): Draft<{ answers: Answers }> {
  return draftOf(`answers:${jobPostingId}`);
}

/** Errors under the paths that the form uses, one per required question left open. */
export function unanswered(
  questions: readonly ScreeningQuestion[],
  answers: Answers,
  message: string,
): Record<string, string> {
  const open = questions.filter(({ id, required }) => required && !answers[id]?.trim());
  return Object.fromEntries(open.map(({ id }) => [`answers.${id}`, message]));
}

/** Only what was filled in: an empty text is no answer. */
export function filledIn(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers)
      .map(([id, answer]) => [id, answer.trim()] as const)
      .filter(([, answer]) => answer !== ''),
  );
}
