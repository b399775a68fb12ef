import type { ReactNode } from 'react';
import classes from './pill.module.css';

export type PillTone = 'open' | 'live' | 'good' | 'quiet' | 'warn';

interface PillProps {
  tone: PillTone;
  children: ReactNode;
}

/** A state in one word; the colour only repeats what the word says. */
export function Pill({ tone, children }: PillProps) {
  return (
    <span className={classes.pill} data-tone={tone}>
      {children}
    </span>
  );
}
