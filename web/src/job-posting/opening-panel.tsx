import { useState } from 'react';
import { query } from '../api/client';
import type { JobPosting } from '../api/models';
import { ApplySection } from '../application/apply-section';
import type { Occasion } from '../application/occasion';
import { Loaded } from '../ui/loaded';
import { usePageTitle } from '../ui/page-title';
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
export function OpeningPanel({
  jobPostingId,
  occasion,
  startApplying = false,
  onClose,
}: OpeningPanelProps) {
  const [isApplying, setApplying] = useState(startApplying);
  const opening = query.useQuery('get', '/api/v1/job-postings/{id}', {
    params: { path: { id: jobPostingId } },
  });
  return (
    <Panel title={opening.data?.title ?? ''} onClose={onClose}>
      <Loaded query={opening}>
        {(known: JobPosting) => (
          <>
            <Titled opening={known} />
            {!isApplying && <OpeningDetail opening={known} />}
            <ApplySection
              opening={known}
              occasion={occasion}
              isApplying={isApplying}
              onStart={() => setApplying(true)}
              onBack={() => setApplying(false)}
            />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Titled({ opening }: { opening: JobPosting }) {
  usePageTitle(opening.title);
  return null;
}
