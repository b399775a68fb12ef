import { Suspense, useEffect } from 'react';
import { lazyPage } from '../ui/lazy-page';
import { Route, Routes, useParams } from 'react-router';
import { query } from '../api/client';
import type { Fair } from '../api/models';
import { useNamed } from '../i18n/named';
import { Loaded } from '../ui/loaded';
import { NotFoundPage } from '../ui/not-found-page';
import { PageSkeleton } from '../ui/page-skeleton';
import { usePageTitle } from '../ui/page-title';
import { loadAhead } from '../ui/reload-when-outdated';
import { AgendaTab } from './agenda-tab';
import { BoothsTab } from './booths-tab';
import { FairBanner } from './fair-banner';
import { FairTabs } from './fair-tabs';
import { OnAirStrip } from './on-air-strip';
import { OpeningsTab } from './openings-tab';
import { useVisit } from './use-visit';

/** Long enough for what the visitor came to see to have the line for itself. */
const pauseBeforeLoadingAhead = 3000;

const loadOpeningRoute = () => import('./opening-route');
const OpeningRoute = lazyPage(loadOpeningRoute, 'OpeningRoute');

export function FairPage() {
  const { fairId = '' } = useParams();
  const fair = query.useQuery('get', '/api/v1/fairs/{id}', { params: { path: { id: fairId } } });
  return <Loaded query={fair}>{(known) => <KnownFair fair={known} />}</Loaded>;
}

function KnownFair({ fair }: { fair: Fair }) {
  const named = useNamed();
  usePageTitle(named(fair.name, fair.nameEn));
  useVisit(fair.id);
  useEffect(() => {
    const timer = setTimeout(() => void loadAhead(loadOpeningRoute), pauseBeforeLoadingAhead);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      <FairBanner fair={fair} />
      <OnAirStrip fairId={fair.id} />
      <FairTabs fairId={fair.id} />
      <Suspense fallback={<PageSkeleton />}>
        <Routes>
          <Route element={<OpeningsTab fairId={fair.id} />}>
            <Route index element={null} />
            <Route path="openings/:jobPostingId" element={<OpeningRoute fairId={fair.id} />} />
          </Route>
          <Route path="companies" element={<BoothsTab fairId={fair.id} />} />
          <Route path="agenda" element={<AgendaTab fair={fair} />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </>
  );
}
