import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../i18n/format';
import classes from './figure.module.css';
import type { FigureKey, FigureSet } from './figure-set';
import { valueOf } from './figure-set';
import { figurePath } from './scope';
import type { WallScope } from './scope';

interface FigureProps {
  figure: FigureKey;
  set: FigureSet;
  scope: WallScope;
  size: 'hero' | 'large' | 'small';
}

const ratios: readonly FigureKey[] = ['applicationsPerOpening', 'headcountPerApplicant'];

/** One number and its name; where its list may be seen, the whole tile opens it. */
export function Figure({ figure, set, scope, size }: FigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const value = valueOf(set, figure);
  const text = value === null ? '—' : format.number(value, ratios.includes(figure) ? 2 : 0);
  const hasList = (set.byKey.get(figure)?.list ?? null) !== null;
  const content = (
    <>
      <span className={classes.label}>{t(`figure.${figure}`)}</span>
      {/* A new key restarts the glow: the eye finds what has just changed. */}
      <span key={text} className={classes.value} style={widthOf(text)}>
        {text}
      </span>
      <span className={classes.hint}>{t(`figureHint.${figure}`)}</span>
    </>
  );
  const shared = { className: classes.figure, 'data-size': size, 'data-figure': figure };
  if (!hasList) return <div {...shared}>{content}</div>;
  return (
    <Link {...shared} to={figurePath(scope, figure)} title={t('wall.openList')}>
      {content}
    </Link>
  );
}

/** Long numbers grow smaller instead of out of their tile. */
function widthOf(text: string): CSSProperties {
  return { '--characters': Math.max(4, text.length) } as CSSProperties;
}
