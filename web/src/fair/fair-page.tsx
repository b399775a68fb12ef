import { Suspense } from 'react';
import { lazyPage } from '../ui/lazy-page';
import { Route, Routes, useParams } from 'react-router';
import { query } from '../api/client';
import type { Fair } from '../api/models';
import { useNamed } from '../i18n/named';
import { Loaded } from '../ui/loaded';
import { NotFoundPage } from '../ui/not-found-page';
import { PageSkeleton } from '../ui/page-skeleton';
import { usePageTitle } from '../ui/page-title';
import { AgendaTab } from './agenda-tab';
import { BoothsTab } from './booths-tab';
import { FairBanner } from './fair-banner';
import { FairTabs } from './fair-tabs';
import { OnAirStrip } from './on-air-strip';
import { OpeningsTab } from './openings-tab';
import { useVisit } from './use-visit';

const OpeningRoute = lazyPage(() => import('./opening-route'), 'OpeningRoute');

export function FairPage() {
  const { fairId = '' } = useParams();
  const fair = query.useQuery('get', '/api/v1/fairs/{id}', { params: { path: { id: fairId } } });
  return <Loaded query={fair}>{(known) => <KnownFair fair={known} />}</Loaded>;
}

function KnownFair({ fair }: { fair: Fair }) {
  const named = useNamed();
  usePageTitle(named(fair.name, fair.nameEn));
  useVisit(fair.id);
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
