import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useAccount } from '../session/account';
import { signInPath } from '../session/return-path';
import { ChatLines } from './chat-lines';
import classes from './chat.module.css';
import { SayBox } from './say-box';
import type { Feed } from './use-feed';

interface ChatProps {
  feed: Feed;
  /** Closed before and after the session. */
  isOpen: boolean;
}

export function Chat({ feed, isOpen }: ChatProps) {
  const { t } = useTranslation();
  const location = useLocation();
  const { account } = useAccount();
  return (
    <>
      <ChatLines feed={feed} />
      {!isOpen && <p className={classes.foot}>{t('chat.closed')}</p>}
      {isOpen && account === null && (
        <div className={classes.foot}>
          <Button component={Link} to={signInPath(location)} variant="light" fullWidth>
            {t('chat.signIn')}
          </Button>
        </div>
      )}
      {isOpen && account !== null && <SayBox onSay={feed.say} />}
    </>
  );
}
