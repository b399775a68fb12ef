import { useLocation, useNavigate, useParams } from 'react-router';
import { OpeningPanel } from '../job-posting/opening-panel';

/** An opening's own address inside its fair; closing leads back to the list as it was. */
export function OpeningRoute({ fairId }: { fairId: string }) {
  const { jobPostingId = '' } = useParams();
  const { search, state } = useLocation() as {
    search: string;
    state: { fromList?: boolean } | null;
  };
  const navigate = useNavigate();
  function close(): void {
    if (state?.fromList === true) void navigate(-1);
    else void navigate(`/fairs/${fairId}${search}`, { replace: true });
  }
  return <OpeningPanel jobPostingId={jobPostingId} occasion={{ fairId }} onClose={close} />;
}
