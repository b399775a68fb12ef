import type { FieldFault } from '../../platform/errors/domain-error.js';

export const questionKinds = ['text', 'choice', 'yes_no'] as const;

export type QuestionKind = (typeof questionKinds)[number];

export const yesOrNo = ['yes', 'no'] as const;

/** What a company asks everybody who applies. */
export interface Question {
  /** Unique within the posting; the answers are given by it. */
  readonly id: string;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly required: boolean;
  /** What a `choice` offers; empty for the other kinds. */
  readonly choices: readonly string[];
  /** Answers that meet the requirement; empty when every answer does. */
  readonly acceptableAnswers: readonly string[];
}

export const mostQuestions = 20;

/** What is wrong with the questions beyond their fields. */
export function questionFaults(questions: readonly Question[]): FieldFault[] {
  const ids = questions.map((question) => question.id);
  return questions.flatMap((question, index) => {
    const at = `questions.${index}`;
    return [
      ...(ids.indexOf(question.id) < index
        ? [{ field: `${at}.id`, code: 'job-posting.question-repeated' }]
        : []),
      ...(hasUsableId(question) ? [] : [{ field: `${at}.id`, code: 'job-posting.question-id' }]),
      ...(hasSoundChoices(question)
        ? []
        : [{ field: `${at}.choices`, code: 'job-posting.question-choices' }]),
      ...(hasSoundAnswers(question)
        ? []
        : [{ field: `${at}.acceptableAnswers`, code: 'job-posting.question-answers' }]),
    ];
  });
}

/** Answers are an object by these ids, and every object has a `constructor` that nobody answered. */
function hasUsableId({ id }: Question): boolean {
  return !(id in Object.prototype);
}

function hasSoundChoices({ kind, choices }: Question): boolean {
  if (kind !== 'choice') return choices.length === 0;
  return choices.length >= 2 && new Set(choices).size === choices.length;
}

/** Nobody can judge a free text by a list. */
function hasSoundAnswers({ kind, choices, acceptableAnswers }: Question): boolean {
  const possible = kind === 'yes_no' ? yesOrNo : choices;
  return acceptableAnswers.every((answer) => (possible as readonly string[]).includes(answer));
}
