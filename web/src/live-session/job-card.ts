import type { Pay } from '../i18n/format';
import type { FeedEvent } from '../realtime/socket-events';
import { textIn } from './feed';
import type { FeedState } from './feed';

/** An opening that the host shows. */
export interface JobCard {
  readonly jobPostingId: string;
  readonly title: string;
  readonly companyName: string;
  readonly companyNameEn: string;
  readonly pay: Pay | null;
}

/** The cards that are up, the newest push first. */
export function cardsOf({ cardNews }: Pick<FeedState, 'cardNews'>): JobCard[] {
  return [...cardNews.values()]
    .filter((event) => event.kind === 'card')
    .sort((one, other) => other.seq - one.seq)
    .map(({ body }) => ({
      jobPostingId: textIn(body, 'jobPostingId'),
      title: textIn(body, 'title'),
      companyName: textIn(body, 'companyName'),
      companyNameEn: textIn(body, 'companyNameEn'),
      pay: payIn(body),
    }));
}

function payIn({ payMin, payMax, payCurrency, payPeriod }: FeedEvent['body']): Pay | null {
  if (typeof payMin !== 'number' || typeof payMax !== 'number') return null;
  if (typeof payCurrency !== 'string' || typeof payPeriod !== 'string') return null;
  return { payMin, payMax, payCurrency, payPeriod };
}
