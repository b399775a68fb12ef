import { definitionsOf } from './statistics.figures.js';
import type { FigureSource } from './statistics.figures.js';
import { ratioOf, scopeId } from './statistics.rules.js';
import type { Figure, FigureKey, Scope } from './statistics.rules.js';

/** What was counted, by figure; a missing number is 0. */
export type Counts = ReadonlyMap<FigureKey, number>;

/** The figures of a scope from its counts: the rest and the ratios follow from the others. */
export function figuresOf(scope: Scope, counts: Counts): Figure[] {
  const values = new Map<FigureKey, number | null>();
  return definitionsOf(scope.kind).map(({ key, unit, source, lists }) => {
    const value = valueOf(key, source, counts, values);
    values.set(key, value);
    return { key, value, unit, list: listPath(lists[scope.kind] ?? null, scope) };
  });
}

function listPath(template: string | null, scope: Scope): string | null {
  const path = template?.replace('{id}', scopeId(scope) ?? '') ?? null;
  return scope.kind === 'booth' ? (path?.replace('{fairId}', scope.fairId) ?? null) : path;
}

function valueOf(
  key: FigureKey,
  source: FigureSource,
  counts: Counts,
  known: ReadonlyMap<FigureKey, number | null>,
): number | null {
  const numberOf = (other: FigureKey): number => known.get(other) ?? 0;
  if ('ratio' in source) return ratioOf(numberOf(source.ratio[0]), numberOf(source.ratio[1]));
  if ('rest' in source) {
    const [whole, ...parts] = source.rest;
    return parts.reduce((left, part) => left - numberOf(part), numberOf(whole));
  }
  return counts.get(key) ?? 0;
}
