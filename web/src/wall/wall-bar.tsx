import { ActionIcon } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import { IconArrowsMaximize, IconArrowsMinimize } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../i18n/format';
import { LanguageButton } from '../ui/language-button';
import { Logo } from '../ui/logo';
import type { FigureSet } from './figure-set';
import type { WallScope } from './scope';
import classes from './wall-bar.module.css';
import type { ConnectionState } from '../realtime/connection-state';

interface WallBarProps {
  title: string;
  figures: { set: FigureSet | null; connection: ConnectionState };
  /** The fair's zone; a season is shown in the zone of the screen. */
  timeZone: string | undefined;
  scope: WallScope;
}

export function WallBar({ title, figures, timeZone, scope }: WallBarProps) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Link
        to={scope.kind === 'season' ? '/' : `/fairs/${scope.id}`}
        className={classes.brand}
        aria-label={t('wall.leave')}
      >
        <Logo size="2.5rem" />
      </Link>
      <h1>{title}</h1>
      <Freshness figures={figures} timeZone={timeZone} />
      <div className={classes.tools}>
        <LanguageButton />
        <FullScreenButton />
      </div>
    </header>
  );
}

/** Whether the numbers move, and the second they were counted. */
function Freshness({ figures, timeZone }: Pick<WallBarProps, 'figures' | 'timeZone'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const isLive = figures.connection === 'online';
  const time = figures.set === null ? '—' : format.second(figures.set.takenAt, timeZone);
  const word = figures.connection === 'connecting' ? t('wall.connecting') : t('wall.stale');
  return (
    <p className={classes.freshness} data-live={isLive}>
      <span role="status">{isLive ? t('wall.live') : word}</span>
      <span className={classes.time}>{t('wall.asOf', { time })}</span>
    </p>
  );
}

function FullScreenButton() {
  const { t } = useTranslation();
  const { toggle, fullscreen } = useFullscreenDocument();
  if (!document.fullscreenEnabled) return null;
  const Icon = fullscreen ? IconArrowsMinimize : IconArrowsMaximize;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={40}
      aria-label={fullscreen ? t('wall.window') : t('wall.fullScreen')}
      onClick={() => void toggle()}
    >
      <Icon size="1.25rem" aria-hidden />
    </ActionIcon>
  );
}
