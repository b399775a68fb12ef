import { useTranslation } from 'react-i18next';
import { Route, Routes, useNavigate, useParams, useSearchParams } from 'react-router';
import { query } from '../api/client';
import type { LiveSession } from '../api/models';
import { useNamed } from '../i18n/named';
import { OpeningPanel } from '../job-posting/opening-panel';
import { ConnectionBanner } from '../ui/connection-banner';
import { Loaded } from '../ui/loaded';
import { usePageTitle } from '../ui/page-title';
import { SkipLink } from '../ui/skip-link';
import { Chat } from './chat';
import { JobCards } from './job-cards';
import classes from './live-session-page.module.css';
import { SessionBar } from './session-bar';
import { Stage } from './stage';
import { useFeed } from './use-feed';
import { cardsOf } from './job-card';

export function LiveSessionPage() {
  const { sessionId = '' } = useParams();
  const session = query.useQuery('get', '/api/v1/live-sessions/{id}', {
    params: { path: { id: sessionId } },
  });
  return (
    <div className={classes.screen}>
      <SkipLink />
      <ConnectionBanner />
      <Loaded query={session}>{(known) => <KnownSession key={known.id} session={known} />}</Loaded>
    </div>
  );
}

function KnownSession({ session }: { session: LiveSession }) {
  const { t } = useTranslation();
  const named = useNamed();
  const feed = useFeed(session.id);
  usePageTitle(named(session.title, session.titleEn));
  const status = feed.state.status?.text ?? session.status;
  return (
    <>
      <SessionBar session={session} status={status} viewers={feed.state.counters.viewers} />
      <main id="main" className={classes.columns} tabIndex={-1}>
        <div className={classes.show}>
          <Stage session={session} status={status} />
          <JobCards cards={cardsOf(feed.state)} sessionId={session.id} />
        </div>
        <section className={classes.chat} aria-label={t('chat.title')}>
          <Chat feed={feed} isOpen={status === 'on_air'} />
        </section>
      </main>
      <Routes>
        <Route index element={null} />
        <Route path="openings/:jobPostingId" element={<CardOpening session={session} />} />
      </Routes>
    </>
  );
}

/** The opening of a pushed card, over the session: the talk goes on behind it. */
function CardOpening({ session }: { session: LiveSession }) {
  const { jobPostingId = '' } = useParams();
  // In the address, so that it survives the way through the sign-in page.
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  return (
    <OpeningPanel
      jobPostingId={jobPostingId}
      occasion={{ fairId: session.fairId, liveSessionId: session.id }}
      startApplying={parameters.has('apply')}
      onClose={() => void navigate(`/live-sessions/${session.id}`, { replace: true })}
    />
  );
}
