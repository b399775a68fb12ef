import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { UIEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { EmptyNote } from '../ui/empty-note';
import { ChatLine } from './chat-line';
import classes from './chat.module.css';
import { PendingLine } from './pending-line';
import type { Feed } from './use-feed';

const nearTheEnd = 60;

/** The talk, following its end unless the reader has scrolled up. */
export function ChatLines({ feed }: { feed: Feed }) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const [follows, setFollows] = useState(true);
  const { events, pending, removed, joined } = feed.state;
  const lines = events.filter((event) => event.kind !== 'removed' && event.kind !== 'status');
  useEffect(() => {
    if (follows && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [follows, events, pending]);

  function onScroll({ currentTarget: view }: UIEvent<HTMLDivElement>): void {
    setFollows(view.scrollHeight - view.scrollTop - view.clientHeight < nearTheEnd);
  }

  const isEmpty = joined && lines.length === 0 && pending.length === 0;
  return (
    <div className={classes.view}>
      <div className={classes.lines} ref={box} onScroll={onScroll} tabIndex={0} role="log">
        {isEmpty && <EmptyNote title={t('chat.empty')} text={t('chat.emptyText')} />}
        {lines.map((event) => (
          <ChatLine
            key={event.seq}
            event={event}
            isRemoved={removed.has(event.seq)}
            time={format.time(event.createdAt, zone)}
          />
        ))}
        {pending.map((message) => (
          <PendingLine key={message.clientKey} message={message} feed={feed} />
        ))}
      </div>
      {!follows && (
        <Button size="compact-md" className={classes.toEnd} onClick={() => setFollows(true)}>
          {t('chat.toEnd')}
        </Button>
      )}
    </div>
  );
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
