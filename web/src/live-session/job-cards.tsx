import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMyApplication } from '../application/use-my-application';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import { useAccount } from '../session/account';
import { Pill } from '../ui/pill';
import type { JobCard } from './job-card';
import classes from './job-cards.module.css';

interface JobCardsProps {
  cards: readonly JobCard[];
  sessionId: string;
}

/** What the host has pushed, the newest first, always in reach of the thumb. */
export function JobCards({ cards, sessionId }: JobCardsProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLUListElement>(null);
  const newest = cards[0]?.jobPostingId;
  // A strip that snaps holds on to the card that it showed; the one of the moment is the new one.
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean an effect up.
    row.current?.scrollTo({ left: 0 });
  }, [newest]);
  if (cards.length === 0) return null;
  return (
    <section className={classes.area} aria-label={t('card.title')} aria-live="polite">
      <ul ref={row} className={classes.row}>
        {cards.map((card) => (
          <li key={card.jobPostingId} className={classes.card}>
            <CardFace card={card} sessionId={sessionId} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CardFace({ card, sessionId }: { card: JobCard; sessionId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const { account } = useAccount();
  const mine = useMyApplication(card.jobPostingId, account !== null);
  const place = `/live-sessions/${sessionId}/openings/${card.jobPostingId}`;
  return (
    <>
      <Link to={place} className={classes.title}>
        {card.title}
      </Link>
      <span className={classes.company}>{named(card.companyName, card.companyNameEn)}</span>
      {card.pay !== null && <span className={classes.pay}>{format.pay(card.pay)}</span>}
      {mine.data?.live ? (
        <Link to={place} className={classes.applied}>
          <Pill tone="good">{t('card.applied')}</Pill>
        </Link>
      ) : (
        <Button
          component={Link}
          to={`${place}?apply`}
          size="sm"
          className={classes.button}
          aria-label={t('card.applyTo', { title: card.title })}
        >
          {t('card.apply')}
        </Button>
      )}
    </>
  );
}
