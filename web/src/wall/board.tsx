import { useTranslation } from 'react-i18next';
import classes from './board.module.css';
import type { FigureKey, FigureSet } from './figure-set';
import { Figure } from './figure';
import { Progress } from './progress';
import type { WallScope } from './scope';
import { Side } from './side';

const leading: Record<WallScope['kind'], readonly FigureKey[]> = {
  season: ['fairs', 'companies', 'openings'],
  fair: ['companies', 'openings', 'headcount'],
};

const ratiosAndReach = [
  'applicants',
  'applicationsPerOpening',
  'headcountPerApplicant',
  'viewers',
  'visitors',
  'pageViews',
  'messages',
] as const satisfies readonly FigureKey[];

const following: Record<WallScope['kind'], readonly FigureKey[]> = {
  season: ['headcount', ...ratiosAndReach],
  fair: ratiosAndReach,
};

interface BoardProps {
  set: FigureSet;
  scope: WallScope;
}

/** Applications lead; below them what they were sent to; at the side where they went. */
export function Board({ set, scope }: BoardProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.board}>
      <section className={classes.hero} aria-label={t('figure.applications')}>
        <Figure figure="applications" set={set} scope={scope} size="hero" />
        <Progress set={set} scope={scope} />
      </section>
      <section className={classes.leading} aria-label={t('wall.leading')}>
        {leading[scope.kind].map((key) => (
          <Figure key={key} figure={key} set={set} scope={scope} size="large" />
        ))}
      </section>
      <Side scope={scope} />
      <section className={classes.following} aria-label={t('wall.following')}>
        {following[scope.kind].map((key) => (
          <Figure key={key} figure={key} set={set} scope={scope} size="small" />
        ))}
      </section>
    </div>
  );
}
