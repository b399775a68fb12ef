import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import { useProblemText } from './problem-text';

interface ProblemNoteProps {
  problem: Problem;
  onRetry?: () => void;
}

/** One failed request: what happened, the number to quote, and the way to try again. */
export function ProblemNote({ problem, onRetry }: ProblemNoteProps) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const isOurs = problem.status >= 500 && problem.correlationId !== undefined;
  return (
    <Alert color="red" variant="light" role="alert">
      <Group justify="space-between" gap="sm">
        <div>
          <Text fw={600}>{textOf(problem)}</Text>
          {isOurs && (
            <Text size="sm">{t('problem.number', { number: problem.correlationId })}</Text>
          )}
        </div>
        {onRetry !== undefined && (
          <Button size="sm" variant="default" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
