import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../api/client';
import type { JobPosting } from '../api/models';
import { problemOf } from '../api/problem';
import { ApplicationState } from '../application/application-state';
import { ApplyFoot } from '../application/apply-foot';
import { ApplyForm } from '../application/apply-form';
import { EarlierApplication } from '../application/earlier-application';
import type { Occasion } from '../application/occasion';
import { useMyApplication } from '../application/use-my-application';
import { useAccount } from '../session/account';
import { Loaded } from '../ui/loaded';
import { usePanelTitle } from '../ui/page-title';
import { Panel } from '../ui/panel';
import { OpeningDetail } from './opening-detail';

interface OpeningPanelProps {
  jobPostingId: string;
  occasion: Occasion;
  /** Opens at the application form; a pushed card promises one tap. */
  startApplying?: boolean;
  onClose: () => void;
}

/** An opening in full and, in the same place, the application to it. */
export function OpeningPanel({ jobPostingId, onClose, ...rest }: OpeningPanelProps) {
  const { t } = useTranslation();
  const opening = query.useQuery('get', '/api/v1/job-postings/{id}', {
    params: { path: { id: jobPostingId } },
  });
  const isAbsent = opening.isError && problemOf(opening.error).status === 404;
  const titleWithout = isAbsent ? t('notFound.title') : t('state.loading');
  return (
    <Panel title={opening.data?.title ?? titleWithout} onClose={onClose}>
      <Loaded query={opening}>{(known) => <KnownOpening opening={known} {...rest} />}</Loaded>
    </Panel>
  );
}

interface KnownOpeningProps extends Pick<OpeningPanelProps, 'occasion' | 'startApplying'> {
  opening: JobPosting;
}

function KnownOpening({ opening, occasion, startApplying = false }: KnownOpeningProps) {
  const [isApplying, setApplying] = useState(startApplying);
  const { account } = useAccount();
  const mine = useMyApplication(opening.id, account !== null);
  usePanelTitle(opening.title);
  const { live = null, earlier = null } = mine.data ?? {};
  if (live !== null) {
    return (
      <>
        <ApplicationState application={live} />
        <OpeningDetail opening={opening} />
      </>
    );
  }
  if (isApplying && account !== null && opening.status === 'published') {
    return <ApplyForm opening={opening} occasion={occasion} onBack={() => setApplying(false)} />;
  }
  return (
    <>
      {earlier !== null && <EarlierApplication application={earlier} />}
      <OpeningDetail opening={opening} />
      <ApplyFoot opening={opening} onStart={() => setApplying(true)} />
    </>
  );
}
