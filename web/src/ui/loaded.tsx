import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem';
import { NotFoundPage } from './not-found-page';
import { PageSkeleton } from './page-skeleton';
import { ProblemNote } from './problem-note';

interface LoadedProps<Data> {
  query: Pick<UseQueryResult<Data, unknown>, 'data' | 'error' | 'isPending' | 'refetch'>;
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** A request's four faces in one place: on its way, failed, absent, there. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return skeleton ?? <PageSkeleton />;
  const problem = problemOf(query.error);
  if (problem.status === 404) return <NotFoundPage />;
  return <ProblemNote problem={problem} onRetry={() => void query.refetch()} />;
}
