import type { Notice } from '../api/models';

/** The page that a notice is about. */
export function noticePlace(notice: Notice): string {
  const { fairId } = notice.params;
  return fairId === undefined ? '/applications' : `/fairs/${String(fairId)}`;
}
