import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { query } from '../api/client';
import type { Fair } from '../api/models';
import { problemOf } from '../api/problem';
import type { Problem } from '../api/problem';
import { useNamed } from '../i18n/named';
import { NotFoundPage } from '../ui/not-found-page';
import { usePageTitle } from '../ui/page-title';
import { useProblemText } from '../ui/problem-text';
import { Board } from './board';
import { scopeOf } from './scope';
import { useLiveFigures } from './use-figures';
import { useScreenAwake } from './use-screen-awake';
import { WallBar } from './wall-bar';
import classes from './wall-page.module.css';

/** The figures of a fair or of the season on a big screen, live. */
export function WallPage() {
  const { t } = useTranslation();
  const named = useNamed();
  const { fairId } = useParams();
  const scope = scopeOf(fairId);
  const fair = useFair(fairId);
  const figures = useLiveFigures(scope);
  useScreenAwake();
  const title = fair === undefined ? t('wall.season') : named(fair.name, fair.nameEn);
  usePageTitle(t('wall.pageTitle', { title }));
  const problem = figures.error === null ? null : problemOf(figures.error);
  if (problem?.status === 404) return <NotFoundPage />;
  return (
    <div className={classes.wall}>
      <WallBar title={title} figures={figures} timeZone={fair?.timeZone} scope={scope} />
      <main className={classes.main}>
        {figures.set === null ? (
          <Waiting problem={problem} />
        ) : (
          <Board set={figures.set} scope={scope} />
        )}
      </main>
    </div>
  );
}

function useFair(fairId: string | undefined): Fair | undefined {
  const { data } = query.useQuery(
    'get',
    '/api/v1/fairs/{id}',
    { params: { path: { id: fairId ?? '' } } },
    { enabled: fairId !== undefined },
  );
  return data;
}

function Waiting({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  return (
    <p className={classes.waiting} role="status">
      {problem === null ? t('wall.loading') : textOf(problem)}
    </p>
  );
}
