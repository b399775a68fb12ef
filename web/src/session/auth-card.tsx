import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { Logo } from '../ui/logo';
import { useAccount } from './account';
import classes from './auth-card.module.css';
import { returnPathOf } from './return-path';

interface AuthCardProps {
  title: string;
  text: string;
  children: ReactNode;
  /** Also for those who are signed in. */
  isForAll?: boolean;
}

/** For visitors; who is signed in already goes on to where the form would have led. */
export function AuthCard({ title, text, children, isForAll = false }: AuthCardProps) {
  const { search } = useLocation();
  const { account } = useAccount();
  if (account !== null && !isForAll) return <Navigate to={returnPathOf(search)} replace />;
  return (
    <div className={classes.card}>
      <Logo size={44} />
      <h1>{title}</h1>
      <p className={classes.lead}>{text}</p>
      {children}
    </div>
  );
}
