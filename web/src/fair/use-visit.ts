import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { api } from '../api/client';

/** Counts the look at a page of a fair; that it may fail is no visitor's worry. */
export function useVisit(fairId: string): void {
  const { pathname } = useLocation();
  useEffect(() => {
    const params = { path: { id: fairId } };
    void api.POST('/api/v1/fairs/{id}/visits', { params }).catch(() => undefined);
  }, [fairId, pathname]);
}
