import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../i18n/format';
import type { FigureKey, FigureSet } from './figure-set';
import { valueOf } from './figure-set';
import classes from './progress.module.css';
import { figurePath } from './scope';
import type { WallScope } from './scope';

const parts = ['processed', 'pending', 'attention'] as const satisfies readonly FigureKey[];

/** How far the queue is with every application: done, waiting, in need of a person. */
export function Progress({ set, scope }: { set: FigureSet; scope: WallScope }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.progress} aria-label={t('wall.progress')}>
      <div className={classes.bar} aria-hidden>
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: valueOf(set, part) ?? 0 }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {parts.map((part) => {
          const value = valueOf(set, part);
          const text = value === null ? '—' : format.number(value);
          const hasList = (set.byKey.get(part)?.list ?? null) !== null;
          return (
            <li key={part} data-part={part}>
              {t(`figure.${part}`)}{' '}
              {hasList ? <Link to={figurePath(scope, part)}>{text}</Link> : <span>{text}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
