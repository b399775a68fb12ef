import { ActionIcon } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconArrowLeft, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LiveSession } from '../api/models';
import { useFormat } from '../i18n/format';
import { useConnectionState } from '../realtime/connection-state';
import { ColorSchemeButton } from '../ui/color-scheme-button';
import { LanguageButton } from '../ui/language-button';
import { Pill } from '../ui/pill';
import classes from './session-bar.module.css';
import { knownSessionStatus } from './session-status';
import { useSpeakerName } from './speaker-name';

interface SessionBarProps {
  session: LiveSession;
  status: string;
  viewers: number;
}

/** The way back, what is on, how many watch, and whether the line is up. */
export function SessionBar({ session, status, viewers }: SessionBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const speakerName = useSpeakerName();
  const connection = useConnectionState();
  const { online } = useNetwork();
  // Offline, the banner above says it already.
  const isReconnecting = connection === 'reconnecting' && online;
  const known = knownSessionStatus(status);
  return (
    <header className={classes.bar}>
      <ActionIcon
        component={Link}
        to={`/fairs/${session.fairId}`}
        variant="subtle"
        color="gray"
        size={44}
        aria-label={t('live.back')}
      >
        <IconArrowLeft size={22} aria-hidden />
      </ActionIcon>
      <div className={classes.names}>
        <p className={classes.company}>{speakerName(session)}</p>
        {known === 'on_air' && (
          <p className={classes.viewers}>
            <IconUsers size={16} aria-hidden />
            {t('live.viewers', { count: viewers, viewers: format.number(viewers) })}
          </p>
        )}
      </div>
      <Pill tone={known === 'on_air' ? 'live' : 'quiet'}>{t(`live.status.${known}`)}</Pill>
      <div className={classes.tools}>
        <LanguageButton />
        <ColorSchemeButton />
      </div>
      <p role="status" className={classes.connection} data-shown={isReconnecting}>
        {isReconnecting && t('state.reconnecting')}
      </p>
    </header>
  );
}
