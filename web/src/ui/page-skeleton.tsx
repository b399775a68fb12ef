import { Skeleton, Stack } from '@mantine/core';
import { SlowNote } from './slow-note';

/** The grey shape of a page or list on its way. */
export function PageSkeleton({ rows = 4 }: { rows?: number }) {
  return (
    <Stack gap="md" aria-busy>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={96} radius="md" />
      ))}
      <SlowNote />
    </Stack>
  );
}
