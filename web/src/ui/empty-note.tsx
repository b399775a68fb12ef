import type { ReactNode } from 'react';
import classes from './empty-note.module.css';

interface EmptyNoteProps {
  title: string;
  text?: string;
  /** Whether it is the whole page, or a part of one. */
  isPage?: boolean;
  children?: ReactNode;
}

/** Nothing to show, said kindly, with the next step if there is one. */
export function EmptyNote({ title, text, isPage = false, children }: EmptyNoteProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <section className={classes.note}>
      <Heading className={classes.title}>{title}</Heading>
      {text !== undefined && <p>{text}</p>}
      {children}
    </section>
  );
}
