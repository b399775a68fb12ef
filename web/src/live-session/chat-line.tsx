import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FeedEvent } from '../realtime/socket-events';
import classes from './chat.module.css';
import { textIn } from './feed';

interface ChatLineProps {
  event: FeedEvent;
  isRemoved: boolean;
  time: string;
}

/** One line never changes, so a busy room renders only what is new. */
export const ChatLine = memo(function ChatLine({ event, isRemoved, time }: ChatLineProps) {
  const { t } = useTranslation();
  const isNotice = event.kind === 'notice';
  if (event.kind !== 'chat' && !isNotice) {
    return <p className={classes.event}>{eventText()}</p>;
  }
  return (
    <p className={classes.line} data-notice={isNotice || undefined}>
      <span className={classes.author}>
        {isNotice ? t('chat.notice', { author: event.authorName }) : event.authorName}
      </span>
      <time dateTime={event.createdAt}>{time}</time>
      {isRemoved ? (
        <span className={classes.removed}>{t('chat.removed')}</span>
      ) : (
        <span className={classes.text}>{textIn(event.body, 'text')}</span>
      )}
    </p>
  );

  function eventText(): string {
    const title = textIn(event.body, 'title');
    return event.kind === 'card' ? t('chat.card', { title }) : t('chat.cardWithdrawn');
  }
});
