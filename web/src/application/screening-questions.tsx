import { Group, Radio, Textarea } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ScreeningQuestion } from '../api/models';

interface ScreeningQuestionsProps {
  questions: readonly ScreeningQuestion[];
  inputProps: (questionId: string) => GetInputPropsReturnType;
}

/** The employer's own questions, each in the field that suits its kind. */
export function ScreeningQuestions({ questions, inputProps }: ScreeningQuestionsProps) {
  return questions.map((question) => (
    <Question key={question.id} question={question} input={inputProps(question.id)} />
  ));
}

interface QuestionProps {
  question: ScreeningQuestion;
  input: GetInputPropsReturnType;
}

function Question({ question, input }: QuestionProps) {
  const { t } = useTranslation();
  const shared = {
    label: question.text,
    required: question.required,
    size: 'md',
    ...input,
    value: (input.value as string | undefined) ?? '',
  } as const;
  const choices =
    question.kind === 'yes_no'
      ? [
          { value: 'yes', label: t('apply.yes') },
          { value: 'no', label: t('apply.no') },
        ]
      : question.choices.map((option) => ({ value: option, label: option }));
  if (question.kind === 'text') {
    return <Textarea {...shared} autosize minRows={2} maxRows={8} maxLength={2000} />;
  }
  return (
    <Radio.Group {...shared} errorProps={{ mt: 'xs' }}>
      <Group mt="xs" gap="lg">
        {choices.map((choice) => (
          <Radio key={choice.value} size="md" value={choice.value} label={choice.label} />
        ))}
      </Group>
    </Radio.Group>
  );
}
