import { useMantineColorScheme } from '@mantine/core';

/** Without `keepTransitions` Mantine inserts an inline style, which the security policy refuses. */
export function useColorScheme() {
  return useMantineColorScheme({ keepTransitions: true });
}
