import type { ReactNode } from 'react';
import { Logo } from '../ui/logo';
import classes from './auth-card.module.css';

interface AuthCardProps {
  title: string;
  text: string;
  children: ReactNode;
}

export function AuthCard({ title, text, children }: AuthCardProps) {
  return (
    <div className={classes.card}>
      <Logo size={44} />
      <h1>{title}</h1>
      <p className={classes.lead}>{text}</p>
      {children}
    </div>
  );
}
