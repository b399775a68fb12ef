import type { Notice } from '../api/models';

/** The page that a notice is about. */
export function noticePlace(notice: Notice): string {
  if (notice.kind.startsWith('fair.')) return `/fairs/${notice.subjectId}`;
  return '/applications';
}
