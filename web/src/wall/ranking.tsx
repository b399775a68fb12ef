import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import classes from './side.module.css';
import type { RankedRow } from './read-ranking';
import type { WallScope } from './scope';

interface RankingProps {
  kind: WallScope['kind'];
  rows: readonly RankedRow[];
}

export function Ranking({ kind, rows }: RankingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const most = Math.max(1, ...rows.map((row) => row.applications));
  return (
    <section className={classes.side} aria-label={t(`wall.ranking.${kind}`)}>
      <h2>{t(`wall.ranking.${kind}`)}</h2>
      <ol>
        {rows.map((row) => (
          <li key={row.id}>
            <span className={classes.name}>{named(row.name, row.nameEn)}</span>
            <span className={classes.count}>{format.number(row.applications)}</span>
            <span className={classes.track} aria-hidden>
              <span style={{ width: `${(100 * row.applications) / most}%` }} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
