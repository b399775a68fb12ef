import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './chat.module.css';
import type { PendingMessage } from './pending-messages';
import type { Feed } from './use-feed';

/** The visitor's own words on their way; if they come back, with the reason and both ways out. */
export function PendingLine({ message, feed }: { message: PendingMessage; feed: Feed }) {
  const { t } = useTranslation();
  const { clientKey, text, state, reason } = message;
  return (
    <div className={classes.line} data-state={state}>
      <span className={classes.author}>{t('chat.you')}</span>
      <span className={classes.sending}>{state === 'sending' && t('chat.sending')}</span>
      <span className={classes.text}>{text}</span>
      {state === 'failed' && (
        <span className={classes.failed} role="alert">
          {reason}
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => feed.sayAgain(clientKey, text)}
          >
            {t('chat.again')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => feed.drop(clientKey)}>
            {t('chat.drop')}
          </Button>
        </span>
      )}
    </div>
  );
}
